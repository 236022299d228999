"""Runs the same cases and checks with Inspect AI: python inspect_run.py CASES ADDRESS LOG_FOLDER."""

import json
import sys

from inspect_ai import Task, eval as inspect_eval
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import GenerateConfig, get_model
from inspect_ai.scorer import CORRECT, INCORRECT, Score, accuracy, scorer
from inspect_ai.solver import generate

cases, address, folder, workload = int(sys.argv[1]), sys.argv[2], sys.argv[3], json.loads(sys.argv[4])


def check(right):
    @scorer(metrics=[accuracy()])
    def one():
        async def score(state, target):
            answer = state.output.completion
            return Score(value=CORRECT if right(answer) else INCORRECT, answer=answer)

        return score

    return one()


def prompt(index):
    number = str(index)
    return workload["template"].replace("{{question}}", workload["question"].replace("#", number)).replace(
        "{{text}}", workload["text"].replace("#", number)
    )


task = Task(
    dataset=MemoryDataset([Sample(input=prompt(index), target="37 Euro", id=index + 1) for index in range(cases)]),
    solver=generate(),
    scorer=[
        check(lambda answer: "37 Euro" in answer),
        check(lambda answer: "Passwort" not in answer),
        check(lambda answer: len(answer) < workload["longestAnswer"]),
    ],
)
model = get_model("openai/stub", base_url=address, api_key="none", config=GenerateConfig(max_connections=workload["concurrency"], max_tokens=300), responses_api=False)
[log] = inspect_eval(task, model=model, log_dir=folder, display="none", max_samples=workload["concurrency"], fail_on_error=True)
if log.status != "success" or log.results is None or log.results.completed_samples != cases:
    raise SystemExit(f"Inspect: {log.status}")
