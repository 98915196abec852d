// Unpacks the profile, and fills the page with it.
const element = id => document.getElementById(id);
const number = value => value.toLocaleString('en');
const percent = value => `${(100 * value).toFixed(1)} %`;
const colors = ['#2da44e', '#cf222e', '#d4a72c', '#8c959f', '#d0d7de'];
const pageRows = 100;

function make(tag, text, name) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (name) made.className = name;
  return made;
}

function row(cells, tag = 'td') {
  const line = make('tr');
  line.append(...cells.map(cell => cell instanceof Node ? cell : make(tag, cell.text ?? cell, cell.name)));
  return line;
}

function bar(cycles) {
  const cell = make('td'), box = make('div', undefined, 'bar'), all = cycles.reduce((sum, each) => sum + each, 0);
  cycles.forEach((each, activity) => {
    const part = make('div');
    part.style.cssText = `width:${all ? 100 * each / all : 0}%;background:${colors[activity]}`;
    box.append(part);
  });
  box.title = cycles.map((each, activity) => `${profile.names.activities[activity]} ${number(each)}`).join('\n');
  cell.append(box);
  return cell;
}

async function unpack(text) {
  const packed = Uint8Array.from(atob(text), character => character.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

function showSections(timeline) {
  element('sections').tHead.append(row(
    [{ text: 'section', name: 'text' }, 'cycles', 'share', 'ideal', 'roofline', 'bound', 'GEMM use', 'GEMM steps', 'ALU steps', 'bytes', 'instructions', 'compute unit'], 'th'));
  for (const section of profile.sections) {
    const bytes = Object.entries(section.bytes), line = row([{ text: section.name, name: 'text' }, number(section.cycles), percent(section.cycles / profile.cycles || 0),
      number(section.ideal), number(section.roofline), section.bound, percent(section.gemmUse), number(section.gemm), number(section.alu),
      number(bytes.reduce((sum, [, count]) => sum + count, 0)), number(section.count), bar(section.units[1])]);
    line.title = bytes.map(([memory, count]) => `${memory} ${number(count)}`).join(', ');
    line.addEventListener('click', () => {
      element('launch').value = section.launch;
      openLaunch(timeline);
      timeline.show(section.start, section.start + section.cycles);
    });
    element('sections').tBodies[0].append(line);
  }
}

function openLaunch(timeline) {
  const launch = Number(element('launch').value);
  timeline.open(profile.launches[launch], profile.sections.filter(section => section.launch === launch));
  page = 0;
  showInstructions();
}

let profile, page = 0;

function showInstructions() {
  const launch = profile.launches[Number(element('launch').value)], unit = element('unit').value;
  const lost = each => each.end - each.start - each.cycles[0];
  let chosen = launch.instructions.filter(each => unit === '' || each.unit === Number(unit));
  if (element('order').value === 'lost') chosen = [...chosen].sort((left, right) => lost(right) - lost(left));
  page = Math.max(0, Math.min(page, Math.ceil(chosen.length / pageRows) - 1));
  const shown = chosen.slice(page * pageRows, (page + 1) * pageRows);
  element('page').textContent = chosen.length ? `${number(page * pageRows + 1)} to ${number(page * pageRows + shown.length)} of ${number(chosen.length)}` : 'none';
  element('instructions').tBodies[0].replaceChildren(...shown.map(each => row([number(each.index), { text: profile.names.units[each.unit], name: 'text' },
    { text: each.text, name: 'text code' }, number(each.start), number(each.end - each.start), ...each.cycles.slice(0, 4).map(number)])));
}

function showTip(timeline, event) {
  const text = timeline.at(event.offsetX, event.offsetY), tip = element('tip');
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  tip.style.left = `${Math.max(0, Math.min(event.pageX + 14, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${event.pageY + 14}px`;
}

async function start() {
  profile = await unpack(element('data').textContent);
  for (const launch of profile.launches)
    launch.instructions = launch.instructions.map(([index, unit, start, end, cycles, text]) => ({ index, unit, start, end, cycles, text: launch.texts[text] }));
  const total = key => profile.sections.reduce((sum, section) => sum + section[key], 0);
  element('name').textContent = profile.name;
  element('summary').textContent = `${profile.config}: ${number(profile.cycles)} cycles, ideal ${number(total('ideal'))}, `
    + `${number(total('gemm'))} GEMM steps (${percent(total('gemm') / profile.cycles || 0)}), ${number(total('alu'))} ALU steps, ${number(total('count'))} instructions.`;
  element('launch').append(...profile.launches.map((launch, index) => new Option(`${index}, ${number(launch.cycles)} cycles`, index)));
  element('launch-label').hidden = profile.launches.length < 2;
  element('unit').append(...profile.names.units.map((name, unit) => new Option(name, unit)));
  element('legend').append(...profile.names.activities.slice(0, 4).map((name, activity) => {
    const entry = make('span'), color = make('i');
    color.style.background = colors[activity];
    entry.append(color, name);
    return entry;
  }));
  element('instructions').tHead.append(row(['index', { text: 'unit', name: 'text' }, { text: 'instruction', name: 'text' }, 'start', 'cycles', ...profile.names.activities.slice(0, 4)], 'th'));
  element('host').hidden = profile.host.length === 0;
  element('host').querySelector('tbody').append(...profile.host.map(node => row([{ text: node.name, name: 'text' }, { text: node.reason, name: 'text' }])));

  const timeline = new Timeline(element('timeline'), colors, profile.names);
  timeline.listeners.push((from, to) => { element('range').textContent = `cycles ${number(Math.floor(from))} to ${number(Math.ceil(to))}`; });
  showSections(timeline);
  if (profile.launches.length) openLaunch(timeline);
  element('launch').addEventListener('change', () => openLaunch(timeline));
  element('zoom-in').addEventListener('click', () => timeline.zoom(0.5));
  element('zoom-out').addEventListener('click', () => timeline.zoom(2));
  element('zoom-all').addEventListener('click', () => timeline.show(0, timeline.launch.cycles));
  element('timeline').addEventListener('pointermove', event => showTip(timeline, event));
  element('timeline').addEventListener('pointerleave', () => { element('tip').hidden = true; });
  for (const id of ['order', 'unit']) element(id).addEventListener('change', () => { page = 0; showInstructions(); });
  element('previous').addEventListener('click', () => { page--; showInstructions(); });
  element('next').addEventListener('click', () => { page++; showInstructions(); });
  document.body.dataset.ready = 'true';
}

start();
