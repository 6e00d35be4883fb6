(() => {
  // Facts by text: a row stays where all the ticked texts tell it.
  const form = document.getElementById("outlets"), count = document.getElementById("facts-count");
  if (!form) return;
  const facts = [...document.querySelectorAll("#matrix .fact")];
  const show = () => {
    const wanted = [...form.querySelectorAll("input:checked")].map((each) => each.value);
    for (const fact of facts) {
      const told = fact.dataset.sides.split(" ");
      fact.hidden = !wanted.every((each) => told.includes(each));
    }
    for (const band of document.querySelectorAll("#matrix tbody")) band.hidden = !band.querySelector(".fact:not([hidden])");
    count.textContent = `${facts.filter((fact) => !fact.hidden).length} of ${facts.length} facts shown`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to a row that is hidden takes the filter away.
  const reveal = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (row?.matches("#matrix [hidden]")) { form.reset(); show(); row.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  form.reset();
  form.hidden = false;
  show();
})();
