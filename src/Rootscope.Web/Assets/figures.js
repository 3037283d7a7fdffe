// Draws each figure from the option in its page. Colours come from the page's own style, so that light and dark agree.
const style = getComputedStyle(document.documentElement);
const colour = name => style.getPropertyValue(`--${name}`).trim();
const areas = ['information', 'energy', 'matter', 'space', 'life'];

// Lines and areas that only orient take soft colours; bands of a series take the series' own.
function marked(series, soft) {
  if (series.markLine?.soft) series.markLine.lineStyle = { color: soft, type: 'dashed', width: 1 };
  else if (series.markLine) series.markLine.lineStyle = { color: series.itemStyle.color, ...series.markLine.lineStyle };
  if (series.markArea) series.markArea.label = { color: soft, fontStyle: 'italic' };
}

// Up to 100,000 a number is written out: "25K bn" would have to be worked out.
const written = options => new Intl.NumberFormat(document.documentElement.lang, { maximumSignificantDigits: 4, ...options }).format;
const plain = written({}), short = written({ notation: 'compact' });
const compact = number => (Math.abs(number) < 1e5 ? plain : short)(number);

// A name on as many lines as it may have, broken and cut at words, unless that leaves little: half of a word reads as another word.
const ruler = document.createElement('canvas').getContext('2d');
function fitted(name, size, room, lines = 1) {
  ruler.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  const wide = text => ruler.measureText(text).width > room;
  if (!wide(name)) return name;
  const more = lines > 1 ? '' : '…';
  let length = name.length;
  while (length > 1 && wide(name.slice(0, length).trimEnd() + more)) length--;
  const word = name.slice(0, length + 1).lastIndexOf(' '), within = /[\w-]/.test(name[length] ?? ' ') && word >= length * .4;
  const end = within ? word : length, kept = name.slice(0, end);
  if (more) return kept.replace(/[ ,]*( (and|of|the|for|with))?[ ,]*$/, '') + more;
  return `${kept.trimEnd()}\n${fitted(name.slice(end).trimStart(), size, room, lines - 1)}`;
}

function dressed(option, width) {
  const ink = colour('ink'), soft = colour('soft'), line = colour('line'), narrow = width < 520;
  const grid = { left: 64, right: 24, top: 48, bottom: 56, containLabel: false };
  for (const axis of [option.xAxis, option.yAxis].flat().filter(Boolean)) {
    axis.axisLabel = { color: soft, hideOverlap: true, ...axis.axisLabel };
    if (axis.type !== 'category') axis.axisLabel.formatter = compact;
    axis.nameTextStyle = { color: ink };
    axis.axisLine = { lineStyle: { color: soft } };
    axis.splitLine = { lineStyle: { color: line } };
    if (axis.wordy) {
      const room = Math.min(240, Math.round(width * .36));
      Object.assign(axis.axisLabel, { width: room, overflow: 'break', lineHeight: 14, interval: 0 });
      if (axis.data[8]) axis.axisLabel.formatter = name => fitted(name, 12, room - 4);
      grid.left = room + 16;
    }
  }
  for (const series of [option.series].flat()) {
    if ('area' in series) {
      series.itemStyle = { color: areas.includes(series.area) ? colour(series.area) : soft, opacity: series.area ? .9 : .45 };
    }
    if (series.tint) series.itemStyle = { color: colour(series.tint) };
    const fontSize = narrow ? 10 : 12, flows = series.type === 'sankey', room = flows ? narrow ? 78 : 190 : narrow ? 96 : 170;
    if (series.label) {
      Object.assign(series.label, { color: ink, opacity: 1, fontSize });
      if ((series.label.formatter ?? '{b}') === '{b}') series.label.formatter = point => fitted(point.name, fontSize, room, flows ? 1 : 2);
    }
    const hollow = { color: colour('surface'), borderColor: series.itemStyle?.color, borderWidth: 2 };
    series.data?.forEach(p => p?.hollow && (p.itemStyle = hollow));
    if (narrow && series.type === 'sankey') Object.assign(series, { left: 4, right: 84 });
    marked(series, soft);
  }
  return {
    animation: false, backgroundColor: 'transparent', textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
    grid,
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: line, textStyle: { color: ink },
      formatter: point => point.dataType === 'edge'
        ? `${point.data.source} → ${point.data.target}\n${Number(point.value).toPrecision(3)} ${
          option.series[point.seriesIndex].unit ?? ''}`
        : `${point.name}\n${[point.value].flat().map(v => Number(v).toPrecision(3)).join(' · ')}` },
    ...option,
    legend: { top: 4, textStyle: { color: ink }, pageTextStyle: { color: ink }, pageIconColor: ink, type: 'scroll', ...option.legend },
  };
}

function download(name, url) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

// The library is a classic script: modules have no global object, which it looks for.
const loaded = address => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = address;
  script.onload = resolve;
  script.onerror = () => reject(new Error(`${address} could not be loaded`));
  document.head.append(script);
});

// A label stands where it covers no mark and no other label; without such a place the mark tells its name when touched.
function labelled(chart, option) {
  const grid = option.grid, frame = { x: grid.left, y: grid.top, right: chart.getWidth() - 4, bottom: chart.getHeight() - grid.bottom };
  const marks = option.series.filter(s => s.type === 'scatter').flatMap(s => s.data.map(d => {
    const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, d.value), half = (s.symbolSize ?? 10) / 2;
    return { x: x - half, y: y - half, right: x + half, bottom: y + half };
  }));
  const taken = [...marks], settled = new Map();
  const free = box => box.x >= frame.x && box.y >= frame.y && box.right <= frame.right && box.bottom <= frame.bottom
    && !taken.some(t => t.x < box.right + 2 && box.x < t.right + 2 && t.y < box.bottom + 2 && box.y < t.bottom + 2);
  return ({ labelRect: label, rect: mark, seriesIndex, dataIndex }) => {
    const key = `${seriesIndex}/${dataIndex}`;
    if (settled.has(key)) return settled.get(key);
    const { width: w, height: h } = label, x = mark.x + mark.width / 2, y = mark.y + mark.height / 2, far = mark.width / 2 + 3;
    const places = [
      [x + far, y - h / 2], [x - far - w, y - h / 2], [x - w / 2, y - far - h], [x - w / 2, y + far],
      [x + far, y - far - h], [x + far, y + far], [x - far - w, y - far - h], [x - far - w, y + far]];
    const place = places.find(([left, top]) => free({ x: left, y: top, right: left + w, bottom: top + h }));
    if (place) taken.push({ x: place[0], y: place[1], right: place[0] + w, bottom: place[1] + h });
    const [left, top] = place ?? [-9999, -9999];
    const settledPlace = { x: left, y: top, align: 'left', verticalAlign: 'top' };
    settled.set(key, settledPlace);
    return settledPlace;
  };
}

// Labels are placed once the axes are known.
function show(chart, option) {
  chart.setOption(option);
  if (!option.series.some(s => s.type === 'scatter' && s.label)) return;
  const layout = labelled(chart, option);
  chart.setOption({ series: option.series.map(s => s.type === 'scatter' && s.label ? { labelLayout: layout } : {}) });
}

// A figure that was drawn on the server is its own picture; as dots it is painted from its file.
async function painted(button, name) {
  const picture = new Image();
  picture.src = button.dataset.from;
  await picture.decode();
  const canvas = document.createElement('canvas'), density = 2;
  [canvas.width, canvas.height] = [picture.naturalWidth * density, picture.naturalHeight * density];
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  download(`${name}.png`, canvas.toDataURL('image/png'));
}

function settle(figure) {
  const data = figure.querySelector('.figure-data'), button = figure.querySelector('[data-from]');
  if ('folds' in data.dataset) data.open = false;
  button.hidden = false;
  button.addEventListener('click', () => painted(button, figure.dataset.file));
}

// In a file a figure says what it is: title above; source, licence and address below.
function told(figure, option, width) {
  const text = selector => figure.querySelector(selector).textContent.replace(/\s+/g, ' ').trim(), room = width - 24;
  const line = (words, place, size, weight, tint) => ({ text: words, left: 12, ...place,
    textStyle: { color: colour(tint), fontSize: size, fontWeight: weight, width: room, overflow: 'break' } });
  const address = new URL(figure.querySelector('.downloads a').href, location).href;
  for (const series of [option.series].flat()) if (series.type === 'sankey') Object.assign(series, { top: 90, bottom: 70 });
  const grid = { ...option.grid, top: option.grid.top + 40, bottom: option.grid.bottom + 70 };
  return { ...option, grid, legend: { ...option.legend, top: 40 },
    title: [line(text('h2'), { top: 8 }, 16, 600, 'ink'), line(`${text('.source')}\n${address}`, { bottom: 6 }, 11, 400, 'soft')] };
}

function offer(figure, chart, draw) {
  for (const button of figure.querySelectorAll('[data-download]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const kind = button.dataset.download, name = `${figure.dataset.file}.${kind}`;
      const size = { width: chart.getWidth(), height: chart.getHeight() + 110 };
      const drawn = kind === 'png' ? echarts.init(document.createElement('div'), null, { renderer: 'canvas', ...size })
        : echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
      show(drawn, told(figure, draw(), size.width));
      download(name, kind === 'png' ? drawn.getDataURL({ pixelRatio: 2, backgroundColor: colour('surface') })
        : URL.createObjectURL(new Blob([drawn.renderToSVGString()], { type: 'image/svg+xml' })));
      drawn.dispose();
    });
  }
}

// A few bars need less room than many.
function fit(place, { yAxis, series }) {
  if (yAxis?.type !== 'category') return;
  const needed = 120 + yAxis.data.length * (18 + 14 * series.length);
  if (needed < place.clientHeight) place.style.height = `${needed}px`;
}

export async function drawAll(library) {
  const figures = [...document.querySelectorAll('[data-figure]')], drawn = figures.filter(f => f.querySelector('.drawing'));
  drawn.forEach(settle);
  if (drawn.length === figures.length) return;
  await loaded(library);
  for (const figure of figures.filter(f => !drawn.includes(f))) {
    const place = figure.querySelector('.chart');
    place.hidden = false;
    const drawing = JSON.parse(figure.querySelector('.chart-option').textContent);
    fit(place, drawing);
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    const draw = () => {
      chart.resize();
      const option = dressed(structuredClone(drawing), place.clientWidth);
      show(chart, option);
      return option;
    };
    draw();
    const data = figure.querySelector('.figure-data');
    if ('folds' in data.dataset) data.open = false;
    let [width, height] = [place.clientWidth, place.clientHeight];
    new ResizeObserver(() => {
      if (place.clientWidth === width && place.clientHeight === height) return;
      [width, height] = [place.clientWidth, place.clientHeight];
      draw();
    }).observe(place);
    // Paper is light whatever the screen is, and readers change their minds about dark.
    for (const media of ['print', '(prefers-color-scheme: dark)']) matchMedia(media).addEventListener('change', draw);
    offer(figure, chart, draw);
  }
}
