// Conveniences only: every page works without this file.

const LONG_LIST = 12;

/** A field that narrows a long list of options to those whose text contains what is typed. */
function addFinder(options) {
  const labels = [...options.querySelectorAll("label")];
  if (labels.length <= LONG_LIST) return;
  const finder = document.createElement("input");
  finder.type = "search";
  finder.className = "govuk-input facet__find";
  finder.placeholder = options.dataset.findLabel;
  finder.setAttribute("aria-label", options.dataset.findLabel);
  finder.addEventListener("input", () => {
    const wanted = finder.value.trim().toLocaleLowerCase();
    for (const label of labels) {
      const name = label.querySelector("span").textContent.toLocaleLowerCase();
      label.hidden = !name.includes(wanted) && !label.querySelector(":checked");
    }
  });
  finder.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  options.before(finder);
}

/** Browsers that cannot show closed details on wide screens by style alone get them opened. */
function openFiltersOnWideScreens(filters) {
  if (CSS.supports("selector(::details-content)")) return;
  filters.open = matchMedia("(min-width: 60em)").matches;
}

document.querySelectorAll("[data-options]").forEach(addFinder);
document.querySelectorAll("[data-filters]").forEach(openFiltersOnWideScreens);
document.querySelector("[data-focus]")?.focus();
