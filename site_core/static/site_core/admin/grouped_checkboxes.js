// Makes site_core.widgets.GroupedCheckboxes quick to use. The checkboxes work without it.

window.wagtail.app.register(
  "grouped-checkboxes",
  class extends window.StimulusModule.Controller {
    static targets = ["tools", "count", "chosen", "find", "group", "all", "option"];

    static values = { remove: String };

    connect() {
      this.toolsTarget.hidden = false;
      this.allTargets.forEach((button) => {
        button.hidden = false;
      });
      this.summarise();
    }

    /** Shows the options whose name or heading contains every typed word. */
    narrow(event) {
      event.stopPropagation();
      const words = this.findTarget.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      for (const group of this.groupTargets) {
        const heading = (group.getAttribute("aria-label") || "").toLocaleLowerCase();
        let shown = 0;
        for (const option of this.optionsOf(group)) {
          const text = `${option.textContent.toLocaleLowerCase()} ${heading}`;
          option.hidden = !words.every((word) => text.includes(word));
          shown += option.hidden ? 0 : 1;
        }
        group.hidden = shown === 0;
      }
    }

    /** What is typed into the search is no change of the form. */
    ignore(event) {
      event.stopPropagation();
    }

    /** Enter in the search chooses the only option left, and never sends the form. */
    keepForm(event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const left = this.optionTargets.filter((option) => !option.hidden && !option.parentElement.hidden);
      if (left.length === 1) this.choose(left, true);
    }

    /** Chooses every option shown of a group or, where all are chosen, none of them. */
    chooseAll(event) {
      const group = event.currentTarget.closest('[data-grouped-checkboxes-target="group"]');
      const shown = this.optionsOf(group).filter((option) => !option.hidden);
      this.choose(shown, !shown.every((option) => option.querySelector("input").checked));
    }

    choose(options, checked) {
      const inputs = options.map((option) => option.querySelector("input")).filter((input) => !input.disabled);
      for (const input of inputs) input.checked = checked;
      if (inputs.length) inputs[0].dispatchEvent(new Event("change", { bubbles: true }));
    }

    summarise() {
      const chosen = this.optionTargets.filter((option) => option.querySelector("input").checked);
      this.countTarget.textContent = chosen.length;
      this.chosenTarget.replaceChildren(...chosen.map((option) => this.chip(option)));
    }

    chip(option) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "grouped-checkboxes__chip";
      button.setAttribute("aria-label", `${this.removeValue} ${option.textContent.trim()}`);
      button.textContent = `${option.textContent.trim()} ×`;
      button.addEventListener("click", () => {
        this.choose([option], false);
        this.findTarget.focus();
      });
      item.append(button);
      return item;
    }

    optionsOf(group) {
      return this.optionTargets.filter((option) => group.contains(option));
    }
  },
);
