// The film on the landing page plays, without sound, while it is in sight; never for people who asked for less motion.
function playInSight(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) target.play().catch((error) => console.info("The film waits for a click:", error.name));
    else target.pause();
  }
}

if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
  const observer = new IntersectionObserver(playInSight, { threshold: 0.4 });
  for (const video of document.querySelectorAll("video[data-ambient]")) observer.observe(video);
}
