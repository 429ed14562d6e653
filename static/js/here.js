/* Says every few seconds that this record is open here, and shows who else has it open. Without it the page says so
   when it is loaded. */

const BEAT = 15_000;
const line = document.querySelector("[data-here]");
const token = document.querySelector("input[name=csrfmiddlewaretoken]");

async function beat() {
  if (document.hidden) return;
  try {
    const answer = await fetch(line.dataset.here, { method: "POST", headers: { "X-CSRFToken": token.value } });
    if (!answer.ok) return;
    const { text } = await answer.json();
    if (line.textContent.trim() !== text) line.textContent = text;
  } catch {
    // Away for a moment: the line keeps what it said.
  }
}

if (line && token) setInterval(beat, BEAT);
