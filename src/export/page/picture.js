// The graph as a picture: drawing, pointing, moving. The places of nodes were computed when the page was written.
import { createEdgeCurveProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import { data, familyOf, phrase } from "./data.js";
import { isNodeVisible, isVisible } from "./filters.js";

const container = document.getElementById("picture");
const graph = new MultiDirectedGraph();

const short = (text) => (text.length > 48 ? text.slice(0, 46) + "…" : text);

// Lines with arrowheads, curved where there are several, cost much at every frame; in a large graph they are drawn plainly until lit.
const large = data.edges.length > 1500;

// Without a graphics card each line costs the processor at every frame: then lines and names wait until the picture stands still.
function isDrawnBySoftware() {
  const context = document.createElement("canvas").getContext("webgl");
  const info = context?.getExtension("WEBGL_debug_renderer_info");
  return info ? /swiftshader|llvmpipe|softpipe|software|basic render/i.test(context.getParameter(info.UNMASKED_RENDERER_WEBGL)) : false;
}

// Names with a pale rim, so that they stand out from lines and nodes.
function drawName(context, node, settings) {
  if (!node.label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = "rgba(255, 255, 255, 0.85)";
  context.fillStyle = "#1a1a1a";
  const x = node.x + node.size + 3, y = node.y + settings.labelSize / 3;
  context.strokeText(node.label, x, y);
  context.fillText(node.label, x, y);
}

function build() {
  for (const node of data.nodes) {
    graph.addNode(node.index, { x: node.x, y: node.y, size: node.size, label: short(node.label || "(no name)"), color: data.types[node.type] ?? "#777777" });
  }
  for (const edge of data.edges) {
    const family = familyOf(edge);
    graph.addEdgeWithKey(edge.index, edge.s, edge.t, { size: Math.min(7, 2 + Math.log2(edge.ev.length)), color: family.color, label: phrase(edge), type: large ? "line" : "straight" });
  }
  if (large) return;
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "parallel", edgeMinIndexAttribute: "parallelMin", edgeMaxIndexAttribute: "parallelMax" });
  graph.forEachEdge((edge, { parallel, parallelMax }, source, target) => {
    const twoWays = graph.hasDirectedEdge(target, source);
    const curved = (parallelMax ?? 0) > 0 || twoWays || source === target;
    if (curved) graph.mergeEdgeAttributes(edge, { type: "curved", curvature: 0.12 + 0.14 * (parallel ?? 0) });
  });
}

export function makePicture(select) {
  build();
  let active = null, near = new Set();
  const calm = large && isDrawnBySoftware();
  const renderer = new Sigma(graph, container, {
    allowInvalidContainer: true,
    defaultEdgeType: "straight",
    edgeProgramClasses: { straight: EdgeArrowProgram, line: EdgeLineProgram, curved: createEdgeCurveProgram({ arrowHead: { extremity: "target", lengthToThicknessRatio: 2.5, widenessToThicknessRatio: 2 } }) },
    enableEdgeEvents: true,
    defaultDrawNodeLabel: drawName,
    hideEdgesOnMove: calm || graph.size > 20000,
    hideLabelsOnMove: calm,
    labelFont: '"DejaVu Sans", Verdana, Arial, sans-serif',
    labelDensity: graph.order > 200 ? 1 : 2,
    labelRenderedSizeThreshold: graph.order > 800 ? 9 : graph.order > 200 ? 6 : 4,
    minEdgeThickness: 2,
    renderEdgeLabels: graph.size < 400,
    stagePadding: 60,
    zIndex: true,
    nodeReducer: (node, attributes) => {
      const hidden = !isNodeVisible(data.nodes[node]);
      if (hidden) return { ...attributes, hidden };
      if (active === null || near.has(+node)) return active === null ? attributes : { ...attributes, zIndex: 1, forceLabel: near.size < 40 };
      return { ...attributes, color: "#dddddd", label: "", zIndex: 0 };
    },
    edgeReducer: (edge, attributes) => {
      const it = data.edges[edge];
      if (!isVisible(it)) return { ...attributes, hidden: true };
      if (active === null) return attributes;
      const lit = active.edge === it || (active.node && (it.s === active.node.index || it.t === active.node.index));
      return lit ? { ...attributes, type: large ? "straight" : attributes.type, size: attributes.size + 1, zIndex: 1, forceLabel: true } : { ...attributes, color: "#eeeeee", label: "", zIndex: 0 };
    },
  });
  const camera = renderer.getCamera();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const move = (state, time) => camera.animate(state, { duration: still.matches ? 1 : time });
  renderer.on("clickNode", ({ node }) => select.node(data.nodes[node]));
  renderer.on("clickEdge", ({ edge }) => select.edge(data.edges[edge]));
  renderer.on("clickStage", () => select.nothing());
  renderer.on("enterNode", () => { container.style.cursor = "pointer"; });
  renderer.on("enterEdge", () => { container.style.cursor = "pointer"; });
  renderer.on("leaveNode", () => { container.style.cursor = ""; });
  renderer.on("leaveEdge", () => { container.style.cursor = ""; });
  container.addEventListener("keydown", (event) => {
    const { x, y, ratio } = camera.getState(), far = 0.1 * ratio;
    const moves = { ArrowLeft: { x: x - far }, ArrowRight: { x: x + far }, ArrowUp: { y: y + far }, ArrowDown: { y: y - far }, "+": { ratio: ratio / 1.4 }, "=": { ratio: ratio / 1.4 }, "-": { ratio: ratio * 1.4 }, 0: { x: 0.5, y: 0.5, ratio: 1 } };
    if (event.key === "Escape") select.nothing();
    if (!moves[event.key]) return;
    move(moves[event.key], 120);
    event.preventDefault();
  });
  requestAnimationFrame(() => { container.dataset.drawn = "true"; });
  return {
    refresh: () => renderer.refresh({ skipIndexation: true }),
    home: () => camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    light(thing) {
      active = thing;
      near = new Set();
      if (thing?.node) { near.add(thing.node.index); for (const e of thing.node.edges.filter(isVisible)) near.add(e.s).add(e.t); }
      if (thing?.edge) near.add(thing.edge.s).add(thing.edge.t);
      renderer.refresh({ skipIndexation: !large });  // lit lines of a large graph are drawn by another program
    },
    goTo(node) {
      const place = renderer.getNodeDisplayData(node.index);
      if (place) move({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.5) }, 400);
    },
    // Places on the screen, for tests: a node, and the middle of an edge.
    place: (index) => renderer.graphToViewport(graph.getNodeAttributes(index)),
  };
}
