"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const form = byId("filter"), peek = byId("peek"), peeked = byId("peeked");
  const entries = all(".finding");
  const folds = all(".fold"), inFold = (entry) => entry.closest(".fold");
  const wide = matchMedia("(min-width: 70rem) and (min-height: 37rem)"); // as in the style sheet: columns scroll
  let held = [];

  // Light up every passage, label and entry of the findings that the pointer or the focus is on.
  const findings = (element) => (element.closest("[data-f]")?.dataset.f ?? "").split(" ").filter(Boolean);
  const light = (names) => {
    all(".lit").forEach((each) => each.classList.remove("lit"));
    names.flatMap((name) => all(`[data-f~="${name}"]`)).forEach((each) => each.classList.add("lit"));
  };
  const hold = (names) => { held = names; light(held); };
  const over = (element) => { const names = findings(element); light(names.length ? names : held); };
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && over(event.target));
  document.addEventListener("focusin", (event) => over(event.target));

  // A click or tap holds the light. Columns that scroll go to the lit place; elsewhere the entry comes along.
  const close = () => { peek.hidden = true; hold([]); };
  document.addEventListener("click", (event) => {
    const names = findings(event.target), link = event.target.closest("a");
    if (event.target.closest("#peek, #filter, #back, nav, summary") || (link && !names.length)) return;
    if (!getSelection().isCollapsed) return; // words were selected, to be copied
    hold(names);
    // The keyboard (no detail) follows the link to the list: what comes along is far away in its order.
    const along = !wide.matches && event.detail && names.length && event.target.closest(".text");
    if (wide.matches) {
      all(".text, #findings").filter((column) => !column.contains(event.target)).forEach((column) => {
        const place = all(".lit", column).find((each) => each.getClientRects().length);
        const gap = place && place.getBoundingClientRect().top - column.getBoundingClientRect().top;
        if (place && (gap < 130 || gap > column.clientHeight - 80)) column.scrollTop += gap - column.clientHeight / 3;
      });
    } else if (along) {
      if (link) event.preventDefault();
      peeked.replaceChildren(...names.flatMap((name) => [...byId(name).cloneNode(true).children]));
    }
    peek.hidden = !along;
    const place = event.target.getBoundingClientRect();
    // By the sheet below, or by what sticks above: the parts of the page, and the outlet's name.
    const covered = place.bottom > innerHeight - peek.offsetHeight || place.top < 100;
    if (!peek.hidden && covered) scrollBy(0, place.top - innerHeight / 4);
  });
  byId("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());

  // A way back after a jump: to the link that was followed.
  const back = byId("back");
  let from = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[href^='#']");
    if (!link || event.defaultPrevented || link.closest("#peek")) return;
    from = link;
    back.hidden = false;
  });
  back.addEventListener("click", () => {
    back.hidden = true;
    from?.scrollIntoView({ block: "center" });
    from?.focus({ preventScroll: true });
  });

  // The list by kind and by words.
  const show = () => {
    const device = form.elements.device?.value ?? "";
    const kind = form.elements.kind.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    document.body.dataset.kind = kind;
    for (const entry of entries) {
      const text = entry.textContent.toLowerCase();
      const wanted = device ? device === entry.dataset.device : kind === "all" || entry.dataset.kind === kind;
      entry.hidden = !wanted || !words.every((word) => text.includes(word));
    }
    const whole = kind === "all" && !words.length;
    all(".group, .part").forEach((group) => { group.hidden = !whole && !group.querySelector(".finding:not([hidden])"); });
    // What is folded opens where somebody looks for it, by words or by device, and is not counted with the rest.
    const asked = Boolean(device || words.length);
    folds.forEach((fold) => {
      fold.hidden = !fold.querySelector(".finding:not([hidden])");
      if (asked !== fold.classList.contains("asked")) { fold.open = asked; fold.classList.toggle("asked", asked); }
    });
    const shown = entries.filter((entry) => !entry.hidden), more = asked ? shown.filter(inFold).length : 0;
    byId("count").textContent = `${shown.filter((entry) => !inFold(entry)).length} of ${entries.filter((entry) => !inFold(entry)).length} findings shown`
      + (more ? `, and ${more} that tell${more === 1 ? "s" : ""} less often` : "");
  };
  // A link to an entry that the filter has hidden takes the filter away.
  const reveal = () => {
    const target = byId(location.hash.slice(1));
    const fold = target && inFold(target);
    if (fold) fold.open = true;
    if (target?.closest("[hidden]")) { form.reset(); show(); }
    else if (!fold) return;
    target?.scrollIntoView();
  };
  // How many lines the filter takes depends on the fonts of the machine: what is scrolled to must clear it.
  const room = () => document.body.style.setProperty("--filter", `${form.offsetHeight}px`);
  form.addEventListener("input", (event) => {
    // One filter at a time: a kind takes the choice of a device away.
    const { device, kind } = form.elements;
    if (event.target.name === "kind" && device) device.value = "";
    if (event.target.name === "device") kind.value = device.value ? "framing" : "all";
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.reset();
  form.hidden = false;
  room();
  addEventListener("resize", room);
  show();
  reveal();
})();
