// Pointing at a choice or decision lights up what leads to it and what it leads to.
for (const map of document.querySelectorAll("svg.map")) {
  const parts = new Map();
  for (const part of map.querySelectorAll("[data-id]")) parts.set(part.dataset.id, part);
  const light = (id, on) => {
    for (const link of map.querySelectorAll(".links path")) {
      if (link.dataset.from !== id && link.dataset.to !== id) continue;
      link.classList.toggle("lit", on);
      for (const end of [link.dataset.from, link.dataset.to]) {
        const part = parts.get(end);
        if (part) part.classList.toggle("lit", on);
      }
    }
  };
  for (const [id, part] of parts) {
    for (const on of ["mouseenter", "focus"]) part.addEventListener(on, () => light(id, true));
    for (const off of ["mouseleave", "blur"]) part.addEventListener(off, () => light(id, false));
  }
}
// A printed page shows what is folded away on the screen.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});
