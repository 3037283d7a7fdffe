// Draws each figure from the option in its page. Colours come from the page's own style, so that light and dark agree.
const style = getComputedStyle(document.documentElement);
const colour = name => style.getPropertyValue(`--${name}`).trim();
const areas = ['information', 'energy', 'matter', 'space', 'life'];

function dressed(option, figure) {
  const ink = colour('ink'), soft = colour('soft'), line = colour('line');
  for (const axis of [option.xAxis, option.yAxis].flat().filter(Boolean)) {
    axis.axisLabel = { color: soft, ...axis.axisLabel };
    axis.nameTextStyle = { color: ink };
    axis.axisLine = { lineStyle: { color: soft } };
    axis.splitLine = { lineStyle: { color: line } };
  }
  for (const series of [option.series].flat()) {
    if ('area' in series) series.itemStyle = { color: areas.includes(series.area) ? colour(series.area) : soft, opacity: series.area ? .9 : .45 };
    if (series.tint) series.itemStyle = { color: colour(series.tint) };
    if (series.label) series.label.color = ink;
  }
  const labels = [...figure.querySelectorAll('thead th')].map(h => h.textContent);
  return {
    animation: false, backgroundColor: 'transparent', textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 64, right: 24, top: 48, bottom: 56, containLabel: false },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: line, textStyle: { color: ink },
      formatter: point => point.dataType === 'edge' ? `${point.data.source} → ${point.data.target}\n${Number(point.value).toPrecision(3)}` : `${point.name}\n${[point.value].flat().map(v => Number(v).toPrecision(3)).join(' · ')}` },
    legend: { top: 4, textStyle: { color: ink }, type: 'scroll' },
    ...option,
  };
}

function download(name, url) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

// The library is a classic script: as a module it would look for a global object that modules do not have.
const loaded = address => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = address;
  script.onload = resolve;
  script.onerror = () => reject(new Error(`${address} could not be loaded`));
  document.head.append(script);
});

export async function drawAll(library) {
  await loaded(library);
  for (const figure of document.querySelectorAll('[data-figure]')) {
    const place = figure.querySelector('.chart');
    place.hidden = false;
    const option = dressed(JSON.parse(figure.querySelector('.chart-option').textContent), figure);
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption(option);
    figure.querySelector('.figure-data').open = false;
    new ResizeObserver(() => chart.resize()).observe(place);
    for (const button of figure.querySelectorAll('[data-download]')) {
      button.hidden = false;
      button.addEventListener('click', () => {
        const kind = button.dataset.download, name = `${figure.dataset.figure}.${kind}`;
        if (kind === 'png') return download(name, chart.getDataURL({ pixelRatio: 2, backgroundColor: colour('surface') }));
        const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width: chart.getWidth(), height: chart.getHeight() });
        drawn.setOption(option);
        download(name, URL.createObjectURL(new Blob([drawn.renderToSVGString()], { type: 'image/svg+xml' })));
        drawn.dispose();
      });
    }
  }
}
