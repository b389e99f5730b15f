// The board's sentences in the language of the page. They stand on #deeds; a plural as its forms for 1, 2 and 5.
const SAMPLES = [1, 2, 5];
const plural = new Intl.PluralRules(document.documentElement.lang || "en");

function formFor(said, name, count) {
  const like = plural.select(count ?? 0);
  const sample = SAMPLES.find((one) => plural.select(one) === like) ?? SAMPLES.at(-1);
  return said[`${name}-${sample}`];
}

/** Return the sentence `name` with its {blanks} filled in; `count` chooses the plural. */
export function words(name, values = {}) {
  const said = document.getElementById("deeds")?.dataset ?? {};
  const text = said[name] ?? formFor(said, name, values.count) ?? "";
  return text.replace(/\{(\w+)\}/g, (_match, key) => values[key]);
}
