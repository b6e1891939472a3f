// Moves and enlarges the map. Without this script its links lead to parts of it.

const CLOSER = 1.5;
const STEP = 0.2;
const CLOSEST = 12;
const KEYS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function begin(map) {
  const svg = map.querySelector("svg");
  const tools = map.querySelector(".kd-map-tools");
  const start = svg.viewBox.baseVal;
  const whole = { x: start.x, y: start.y, width: start.width, height: start.height };
  let box = whole;

  function within(value, lowest, highest) {
    return Math.min(Math.max(value, lowest), highest);
  }

  function show(x, y, width) {
    const w = within(width, whole.width / CLOSEST, whole.width);
    const h = (w / whole.width) * whole.height;
    box = {
      x: within(x - w / 2, whole.x, whole.x + whole.width - w),
      y: within(y - h / 2, whole.y, whole.y + whole.height - h),
      width: w,
      height: h,
    };
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  }

  function middle() {
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  function zoom(way) {
    const widths = { in: box.width / CLOSER, out: box.width * CLOSER };
    show(...middle(), widths[way] || whole.width);
  }

  function move(right, down) {
    const [x, y] = middle();
    show(x + right * STEP * box.width, y + down * STEP * box.height, box.width);
  }

  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    if (button.dataset.kdZoom) {
      zoom(button.dataset.kdZoom);
    } else {
      move(...button.dataset.kdMove.split(" ").map(Number));
    }
  });

  svg.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const ways = { "+": "in", "-": "out", 0: "start" };
    if (event.key in ways) {
      zoom(ways[event.key]);
    } else if (event.key in KEYS && box.width < whole.width) {
      move(...KEYS[event.key]);
    } else {
      return;
    }
    event.preventDefault();
  });

  // What has the focus must not lie beyond the edge. Chromium lets people tab to an
  // SVG that listens itself.
  map.addEventListener("focusin", (event) => {
    if (!event.target.matches("svg a")) {
      return;
    }
    const place = event.target.getBBox();
    const x = place.x + place.width / 2;
    const y = place.y + place.height / 2;
    const seen =
      x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    if (!seen) {
      show(x, y, box.width);
    }
  });

  tools.hidden = false;
}

document.querySelectorAll("[data-kd-map]").forEach(begin);
