// Filter and order of the failure catalogue. Without this script every card is there, and no control.
const shownIn = (part) => part.querySelectorAll(".failure:not([hidden])").length;
{
  const form = document.querySelector(".filter");
  const status = document.querySelector(".filter__status");
  const cards = [...document.querySelectorAll(".failure")];
  const lists = [...document.querySelectorAll(".cases")].map((list) => ({
    list,
    cases: [...list.children],
  }));

  const isWanted = (card) =>
    [...form.querySelectorAll("[data-filter]")].every(
      ({ value, dataset }) => value === "" || card.dataset[dataset.filter] === value,
    );
  const orders = {
    bericht: () => 0,
    fall: (a, b) => a.dataset.fall.localeCompare(b.dataset.fall, "de", { numeric: true }),
    anzahl: (a, b) => shownIn(b) - shownIn(a),
  };

  const apply = () => {
    for (const card of cards) card.hidden = !isWanted(card);
    for (const { list, cases } of lists) {
      for (const one of cases) one.hidden = shownIn(one) === 0;
      list.append(...cases.toSorted(orders[form.elements.reihenfolge.value]));
      list.parentElement.hidden = shownIn(list) === 0;
    }
    const shown = cards.filter(({ hidden }) => !hidden).length;
    status.textContent = status.dataset.hits.replace("##", cards.length).replace("#", shown);
  };

  const reset = () => {
    for (const select of form.querySelectorAll("select")) select.selectedIndex = 0;
    apply();
  };

  // A link to a card that is filtered away shows everything again.
  const showTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.closest("[hidden]") === null) return;
    reset();
    target.scrollIntoView();
  };

  form.addEventListener("change", apply);
  form.querySelector(".filter__reset").addEventListener("click", reset);
  addEventListener("hashchange", showTarget);
  form.hidden = false;
}
