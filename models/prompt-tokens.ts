import type { ChatHistoryItem, ChatWrapper, LlamaModel, Token } from "node-llama-cpp";
import type { Message } from "../core/model.ts";
import type { CompletionFrame } from "./catalog.ts";

/** How messages become tokens, and the tokens every prompt begins with. */
export interface PromptTokens {
  readonly frame: readonly Token[];
  readonly render: (messages: readonly Message[]) => Token[];
}

/**
 * A base model gets its completion frame; a chat model the template of its own file, whose frame is
 * what two prompts without a common letter still share. The text of a task is never read as a
 * control token.
 */
export async function definePromptTokens(
  model: LlamaModel,
  completion: CompletionFrame | undefined,
): Promise<PromptTokens> {
  if (completion !== undefined) return completionPrompts(model, completion);
  const wrapper = await chatWrapperOf(model);
  const render = (messages: readonly Message[]) => chatTokens(model, wrapper, messages);
  const [one, other] = ["A", "7"].map((content) => render([{ role: "user", content }]));
  return { frame: commonStart(one ?? [], other ?? []), render };
}

function completionPrompts(model: LlamaModel, completion: CompletionFrame): PromptTokens {
  const { bos, shouldPrependBosToken } = model.tokens;
  const start = shouldPrependBosToken && bos !== null ? [bos] : [];
  const frame = [...start, ...model.tokenize(completion.before)];
  return {
    frame,
    render: (messages) => {
      const task = messages.map(({ content }) => content.trim()).join("\n\n");
      return [...frame, ...model.tokenize(` ${task}${completion.after}`)];
    },
  };
}

/** The template as it stands in the file; the library's own guess only where there is none. */
async function chatWrapperOf(model: LlamaModel): Promise<ChatWrapper> {
  const { JinjaTemplateChatWrapper, resolveChatWrapper } = await import("node-llama-cpp");
  const template = model.fileInfo.metadata.tokenizer.chat_template;
  if (template === undefined) return resolveChatWrapper(model);
  return new JinjaTemplateChatWrapper({ template, tokenizer: model.tokenizer });
}

function chatTokens(
  model: LlamaModel,
  wrapper: ChatWrapper,
  messages: readonly Message[],
): Token[] {
  const chatHistory: ChatHistoryItem[] = messages.map(({ role, content }) =>
    role === "assistant" ? { type: "model", response: [content] } : { type: role, text: content },
  );
  const open: ChatHistoryItem = { type: "model", response: [""] };
  const { contextText } = wrapper.generateContextState({ chatHistory: [...chatHistory, open] });
  return contextText.tokenize(model.tokenizer);
}

function commonStart(one: readonly Token[], other: readonly Token[]): Token[] {
  const end = one.findIndex((token, index) => token !== other[index]);
  return one.slice(0, end === -1 ? one.length : end);
}
