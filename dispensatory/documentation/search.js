"use strict";
// Shows the entries whose names hold the words typed; an entry is [label, address, kind, other names].
const words = document.getElementById("words");
const found = document.getElementById("found");

function rank(entry, sought) {
  const label = entry[0].toLowerCase();
  if (label === sought) return 0;
  if (label.startsWith(sought)) return 1;
  if (label.includes(sought)) return 2;
  return entry[3].toLowerCase().includes(sought) ? 3 : 9;
}

function nearer(one, other) {
  return one[0] - other[0] || one[1][0].length - other[1][0].length;
}

function show() {
  const sought = words.value.trim().toLowerCase();
  const hits = sought.length < 2 ? [] : ENTRIES.map((entry) => [rank(entry, sought), entry])
    .filter((pair) => pair[0] < 9).sort(nearer).slice(0, 20);
  found.replaceChildren(...hits.map(([, [label, address, kind]]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = label;
    item.append(link, ` (${kind})`);
    return item;
  }));
}

words.addEventListener("input", show);
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = found.querySelector("a");
  if (first) first.click();
});
