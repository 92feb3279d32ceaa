// The graph as a picture: layout, drawing, pointing, moving.
import { createEdgeCurveProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import { EdgeArrowProgram } from "sigma/rendering";
import { data, familyOf, phrase } from "./data.js";
import { isNodeVisible, isVisible } from "./filters.js";

const container = document.getElementById("picture");
const graph = new MultiDirectedGraph();
const golden = Math.PI * (3 - Math.sqrt(5));

const short = (text) => (text.length > 48 ? text.slice(0, 46) + "…" : text);

function build() {
  const order = [...data.nodes].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index);
  order.forEach((node, place) => {
    const radius = 10 * Math.sqrt(place + 1);
    graph.addNode(node.index, { x: radius * Math.cos(golden * place), y: radius * Math.sin(golden * place), size: 3 + 2.2 * Math.sqrt(node.edges.length), label: short(node.label || "(no name)"), color: data.types[node.type] ?? "#777777" });
  });
  for (const edge of data.edges) {
    graph.addEdgeWithKey(edge.index, edge.s, edge.t, { size: Math.min(6, 1 + Math.log2(edge.ev.length)), color: familyOf(edge).color, label: phrase(edge) });
  }
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "parallel", edgeMinIndexAttribute: "parallelMin", edgeMaxIndexAttribute: "parallelMax" });
  graph.forEachEdge((edge, { parallel, parallelMax }, source, target) => {
    const twoWays = graph.hasDirectedEdge(target, source);
    const curved = (parallelMax ?? 0) > 0 || twoWays || source === target;
    graph.mergeEdgeAttributes(edge, { type: curved ? "curved" : "straight", curvature: 0.12 + 0.14 * (parallel ?? 0) });
  });
}

// Some steps of the layout a frame, so that the page stays alive; as many in all as the size needs.
function settle(renderer) {
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 400, adjustSizes: false, scalingRatio: 12, gravity: 0.6, strongGravityMode: false };
  let left = graph.order > 1000 ? 120 : 250;
  const step = () => {
    const began = performance.now();
    do { forceAtlas2.assign(graph, { iterations: 5, settings }); left -= 5; } while (left > 0 && performance.now() - began < 12);
    if (left > 0) requestAnimationFrame(step);
    else container.dataset.settled = "true";
  };
  if (graph.order > 1) step(); else container.dataset.settled = "true";
  renderer.refresh();
}

export function makePicture(select) {
  build();
  let active = null, near = new Set();
  const renderer = new Sigma(graph, container, {
    allowInvalidContainer: true,
    defaultEdgeType: "straight",
    edgeProgramClasses: { straight: EdgeArrowProgram, curved: createEdgeCurveProgram({ arrowHead: { extremity: "target", lengthToThicknessRatio: 2.5, widenessToThicknessRatio: 2 } }) },
    enableEdgeEvents: true,
    hideEdgesOnMove: graph.size > 20000,
    labelFont: '"DejaVu Sans", Verdana, Arial, sans-serif',
    labelRenderedSizeThreshold: 7,
    minEdgeThickness: 1,
    renderEdgeLabels: graph.size < 400,
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
      return lit ? { ...attributes, size: attributes.size + 1, zIndex: 1, forceLabel: true } : { ...attributes, color: "#eeeeee", label: "", zIndex: 0 };
    },
  });
  const camera = renderer.getCamera();
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
    camera.setState({ ...camera.getState(), ...moves[event.key] });
    event.preventDefault();
  });
  settle(renderer);
  return {
    refresh: () => renderer.refresh({ skipIndexation: true }),
    home: () => camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    light(thing) {
      active = thing;
      near = new Set();
      if (thing?.node) { near.add(thing.node.index); for (const e of thing.node.edges.filter(isVisible)) near.add(e.s).add(e.t); }
      if (thing?.edge) near.add(thing.edge.s).add(thing.edge.t);
      renderer.refresh({ skipIndexation: true });
    },
    goTo(node) {
      const place = renderer.getNodeDisplayData(node.index);
      if (place) camera.animate({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.5) }, { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400 });
    },
    // Places on the screen, for tests: a node, and the middle of an edge.
    place: (index) => renderer.graphToViewport(graph.getNodeAttributes(index)),
  };
}
