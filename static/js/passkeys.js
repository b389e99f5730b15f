// A passkey that was cancelled, or that is not there, is told; allauth's script would only write it to the console.
import { toast } from "./toasts.js";

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  toast(document.getElementById("passkey-failed").content.textContent, "failed");
});
