// The theme is a cookie that the server reads; here the page only changes at once instead of by a reload.
function show(theme) {
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="color-scheme"]').content = theme === "auto" ? "light dark" : theme;
  for (const button of document.querySelectorAll("[data-theme-switch] button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

async function onSubmit(event) {
  const form = event.target.closest("[data-theme-switch]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  show(event.submitter.value);
  try {
    await fetch(form.action, { method: "POST", body, redirect: "manual" });
  } catch (error) {
    console.warn("The theme is not remembered:", error);
  }
}

/** Make every theme switch work without a reload. */
export function startThemeSwitch() {
  document.addEventListener("submit", onSubmit);
}
