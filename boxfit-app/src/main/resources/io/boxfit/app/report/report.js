"use strict";
(() => {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const drawn = new Map();

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = (share) => (100 * share).toFixed(1) + "%";
  const short = (value) => (value >= 1000 ? value / 1000 + "k" : String(value));

  function base() {
    return {
      animation: !still.matches,
      animationDuration: 300,
      textStyle: { color: colour("--quiet"), fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 14, top: 12, bottom: 28, containLabel: true },
      tooltip: {
        confine: true,
        backgroundColor: colour("--card"),
        borderColor: colour("--line"),
        textStyle: { color: colour("--text"), fontSize: 13 },
      },
    };
  }

  function axis(more) {
    return Object.assign(
      {
        type: "value",
        nameLocation: "middle",
        nameGap: 26,
        nameTextStyle: { color: colour("--quiet"), fontSize: 12 },
        axisLabel: { color: colour("--quiet"), fontSize: 12, hideOverlap: true },
        axisLine: { lineStyle: { color: colour("--line") } },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: colour("--line") } },
      },
      more,
    );
  }

  const steps = (last) =>
    axis({ name: "step", max: last, splitNumber: 4, splitLine: { show: false },
      axisLabel: { color: colour("--quiet"), fontSize: 12, hideOverlap: true, showMaxLabel: false, formatter: short } });

  const lastStep = () =>
    Math.max(0, ...data.curves.loss.map((point) => point[0]),
      ...Object.values(data.curves.probe).flat().map((point) => point[0]));

  function line(name, points, stroke, width, more) {
    return Object.assign(
      { name, type: "line", data: points, symbol: points.length > 1 ? "none" : "circle",
        lineStyle: { color: stroke, width }, itemStyle: { color: stroke }, emphasis: { disabled: true } },
      more,
    );
  }

  const atStep = (digits) => ({
    trigger: "axis",
    valueFormatter: (value) => (typeof value === "number" ? value.toPrecision(digits) : "–"),
  });

  function curve(series, yAxis, digits) {
    const option = base();
    option.tooltip = Object.assign(option.tooltip, atStep(digits));
    option.xAxis = steps(lastStep());
    option.yAxis = yAxis;
    option.series = series;
    return option;
  }

  function probe() {
    const strokes = [colour("--bar"), colour("--truth")];
    const splits = Object.entries(data.curves.probe);
    const series = splits.map(([split, points], i) =>
      line(split, points, strokes[i % 2], 2.5, { lineStyle: { color: strokes[i % 2], width: 2.5, type: i ? "dashed" : "solid" } }));
    if (series.length) {
      series[0].markLine = baselineMark("yAxis");
    }
    const option = curve(series, axis({ min: 0, max: 1 }), 3);
    if (splits.length > 1) {
      option.legend = { bottom: 0, textStyle: { color: colour("--text") } };
      option.grid.bottom = 52;
    }
    return option;
  }

  function baselineMark(direction) {
    return {
      silent: true,
      symbol: "none",
      animation: false,
      lineStyle: { color: colour("--text"), type: "dotted", width: 1.5 },
      label: { formatter: "constant baseline", color: colour("--text"), fontSize: 12,
        position: direction === "yAxis" ? "insideEndTop" : "end", align: direction === "yAxis" ? "right" : "left" },
      data: [{ [direction]: data.constantBaseline }],
    };
  }

  function loss() {
    const validation = data.curves.validationLoss;
    const values = data.curves.loss.concat(validation).map((point) => point[1]).filter((value) => value !== null);
    const positive = values.every((value) => value > 0);
    const series =
      [line("batch", data.curves.loss, colour("--chart-quiet"), 1), line("mean", data.curves.lossMean, colour("--chart"), 2.5)];
    if (validation.length) {
      series.push(line("validation", validation, colour("--bar"), 2.5));
    }
    return curve(
      series,
      axis(positive ? { type: "log", logBase: 2 } : { scale: true }),
      4,
    );
  }

  function rate() {
    return curve([line("learning rate", data.curves.learningRate, colour("--chart"), 2.5)], axis({ min: 0 }), 3);
  }

  function histogram() {
    const counts = data.histogram.counts;
    const bins = counts.length;
    const all = counts.reduce((sum, count) => sum + count, 0);
    const option = base();
    option.tooltip = Object.assign(option.tooltip, {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (items) => {
        const bin = items[0].dataIndex;
        const from = (bin / bins).toFixed(2);
        return `IoU ${from} to ${((bin + 1) / bins).toFixed(2)}<br><b>${counts[bin]}</b> pictures (${percent(counts[bin] / all)})<br>` +
          `${percent(data.histogram.atLeast[bin])} reach ${from} or more`;
      },
    });
    // The bars' own axis has one place a bar; the visible one is continuous.
    option.xAxis = [
      axis({ name: "IoU", min: 0, max: 1, splitLine: { show: false }, axisPointer: { show: false } }),
      { type: "category", show: false, data: counts.map((_, bin) => bin) },
    ];
    option.yAxis = axis({ min: 0, max: 1, axisLabel: { color: colour("--quiet"), formatter: (share) => 100 * share + "%" } });
    option.grid.top = 24;
    option.series = [
      { name: "pictures", type: "bar", xAxisIndex: 1, barCategoryGap: "12%", itemStyle: { color: colour("--chart"), borderRadius: [2, 2, 0, 0] },
        emphasis: { disabled: true }, data: counts.map((count) => count / all) },
      line("at least", data.histogram.atLeast.map((share, bin) => [bin / bins, share]).concat([[1, data.histogram.perfect]]), colour("--bar"), 2.5,
        { markLine: baselineMark("xAxis"), tooltip: { show: false } }),
    ];
    return option;
  }

  function risk() {
    const points = data.risk;
    const option = base();
    option.tooltip = Object.assign(option.tooltip, {
      trigger: "axis",
      formatter: (items) => {
        const point = points[items[0].dataIndex];
        return `the surest ${percent(point.coverage)}: confidence ${point.confidence.toFixed(2)} or more<br>` +
          `<b>${percent(point.iouAt50)}</b> with IoU ≥ 0.5<br>mean IoU ${point.meanIou.toFixed(3)}`;
      },
    });
    option.xAxis = axis({ name: "share of pictures, the surest first", min: 0, max: 1, nameGap: 26,
      axisLabel: { color: colour("--quiet"), formatter: (share) => Math.round(100 * share) + "%" } });
    option.yAxis = axis({ min: 0, max: 1 });
    option.series = [
      line("IoU ≥ 0.5", points.map((point) => [point.coverage, point.iouAt50]), colour("--bar"), 2.5),
      line("mean IoU", points.map((point) => [point.coverage, point.meanIou]), colour("--chart"), 1.25),
    ];
    return option;
  }

  function scatter(side) {
    const { extent, points } = data.scatter[side];
    const option = base();
    option.tooltip = Object.assign(option.tooltip, {
      formatter: (item) => (item.seriesType === "scatter" ? `truth ${item.value[0]} px<br>prediction ${item.value[1]} px` : ""),
    });
    const parts = document.getElementById("chart-" + side).clientWidth < 200 ? 2 : 4;
    const scale = { min: 0, max: extent, interval: extent / parts,
      axisLabel: { color: colour("--quiet"), fontSize: 11, formatter: (value) => String(Math.round(value)) } };
    option.grid = { left: 22, right: 12, top: 10, bottom: 24, containLabel: true };
    option.xAxis = axis(Object.assign({ name: "truth, px", nameGap: 22 }, scale));
    option.yAxis = axis(Object.assign({ name: "prediction, px", nameGap: 36 }, scale));
    option.series = [
      { type: "scatter", data: points, symbolSize: 4, itemStyle: { color: colour("--chart"), opacity: 0.45 }, animation: false },
      line("exact", [[0, 0], [extent, extent]], colour("--bar"), 1.25, { silent: true, symbol: "none", z: 1 }),
    ];
    return option;
  }

  const charts = { probe, loss, rate, histogram, risk };
  for (const side of ["left", "top", "right", "bottom"]) {
    charts[side] = () => scatter(side);
  }

  function draw() {
    for (const [name, option] of Object.entries(charts)) {
      const place = document.getElementById("chart-" + name);
      if (place.clientWidth > 0) {
        const chart = drawn.get(name) || echarts.init(place, null, { renderer: "svg" });
        drawn.set(name, chart);
        chart.setOption(option(), true);
      }
    }
  }

  draw();
  dark.addEventListener("change", draw);
  const resizing = new ResizeObserver((entries) =>
    entries.forEach((entry) => echarts.getInstanceByDom(entry.target).resize()));
  drawn.forEach((chart) => resizing.observe(chart.getDom()));
})();
