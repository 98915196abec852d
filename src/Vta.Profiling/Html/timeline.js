// The timeline: what units, the bus and tokens did, over a range of cycles that the user moves.
class Timeline {
  static label = 110;
  static row = 34;

  constructor(canvas, colors, names) {
    Object.assign(this, { canvas, colors, names, listeners: [] });
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.scroll(event.deltaX / this.width() * (this.to - this.from));
      else this.zoom(Math.exp(event.deltaY / 300), this.cycleAt(event.offsetX));
    }, { passive: false });
    canvas.addEventListener('pointerdown', event => { this.drag = { x: event.offsetX, from: this.from }; canvas.setPointerCapture?.(event.pointerId); });
    canvas.addEventListener('pointerup', () => { this.drag = null; });
    canvas.addEventListener('pointermove', event => {
      if (this.drag) this.scroll(this.drag.from - (event.offsetX - this.drag.x) / this.width() * (this.to - this.from) - this.from);
    });
    canvas.addEventListener('dblclick', () => this.show(0, this.launch.cycles));
    canvas.addEventListener('keydown', event => {
      const step = { ArrowLeft: -0.1, ArrowRight: 0.1 }[event.key];
      if (step) this.scroll(step * (this.to - this.from));
      if (event.key === '+' || event.key === '-') this.zoom(event.key === '+' ? 0.5 : 2);
    });
    new ResizeObserver(() => this.launch && this.draw()).observe(canvas);
  }

  open(launch, sections) {
    Object.assign(this, { launch, sections });
    this.spans = this.names.units.map((_, unit) => launch.instructions.filter(each => each.unit === unit));
    this.show(0, launch.cycles);
  }

  width() { return this.canvas.clientWidth - Timeline.label; }
  cycleAt(x) { return this.from + (x - Timeline.label) / this.width() * (this.to - this.from); }
  xOf(cycle) { return Timeline.label + (cycle - this.from) / (this.to - this.from) * this.width(); }

  zoom(factor, around = (this.from + this.to) / 2) {
    this.show(around - (around - this.from) * factor, around + (this.to - around) * factor);
  }

  scroll(cycles) { this.show(this.from + cycles, this.to + cycles); }

  // Shows a range of at least a few cycles within the launch.
  show(from, to) {
    const all = this.launch.cycles, length = Math.min(all, Math.max(16, to - from));
    this.from = Math.min(Math.max(0, from), all - length);
    this.to = this.from + length;
    this.draw();
    this.listeners.forEach(listener => listener(this.from, this.to));
  }

  draw() {
    const { canvas } = this, scale = window.devicePixelRatio || 1;
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    const pen = this.pen = canvas.getContext('2d');
    pen.scale(scale, scale);
    this.ink = getComputedStyle(document.body).color;
    pen.font = '12px system-ui, sans-serif';
    pen.textBaseline = 'middle';
    let top = 6;
    const rows = [['section', 22, y => this.drawSections(y)],
      ...this.names.units.map((name, unit) => [name, Timeline.row, y => this.drawUnit(y, unit)]),
      ['bus read', 24, y => this.drawShare(y, this.launch.reads, '#0969da')], ['bus write', 24, y => this.drawShare(y, this.launch.writes, '#8250df')],
      ...this.names.queues.map((name, queue) => [name, 20, y => this.drawTokens(y, this.launch.tokens[queue])])];
    this.rows = rows.map(([name, height, draw]) => {
      pen.fillStyle = this.ink;
      pen.fillText(name, 8, top + height / 2);
      pen.save();
      pen.beginPath();
      pen.rect(Timeline.label, top, this.width(), height);
      pen.clip();
      draw(top);
      pen.restore();
      const place = { name, top, bottom: top + height };
      top += height + 6;
      return place;
    });
  }

  // The sum of a series over each pixel, and the cycles of the pixel.
  columns(draw) {
    const { bucket } = this.launch, width = this.width();
    for (let x = 0; x < width; x++) {
      const first = Math.floor(this.cycleAt(Timeline.label + x) / bucket);
      const last = Math.max(first, Math.ceil(this.cycleAt(Timeline.label + x + 1) / bucket) - 1);
      draw(Timeline.label + x, first, Math.min(last, this.launch.buckets - 1));
    }
  }

  sum(series, first, last) {
    let sum = 0;
    for (let at = first; at <= last; at++) sum += series[at];
    return sum;
  }

  length(first, last) { return Math.min((last + 1) * this.launch.bucket, this.launch.cycles) - first * this.launch.bucket; }

  drawSections(y) {
    this.sections.forEach((section, index) => {
      const left = this.xOf(section.start), right = this.xOf(section.start + section.cycles);
      this.pen.fillStyle = index % 2 ? '#57606a44' : '#57606a77';
      this.pen.fillRect(left, y, right - left, 22);
      if (right - left > 30) this.write(section.name, left, right, y + 11);
    });
  }

  drawUnit(y, unit) {
    const { pen } = this, height = Timeline.row;
    this.columns((x, first, last) => {
      const cycles = this.length(first, last);
      let bottom = y + height;
      this.launch.activities[unit].forEach((series, activity) => {
        const share = this.sum(series, first, last) / cycles * height;
        pen.fillStyle = this.colors[activity];
        pen.fillRect(x, bottom - share, 1.05, share);
        bottom -= share;
      });
    });
    for (const span of this.spans[unit]) {
      const left = this.xOf(span.start), right = this.xOf(span.end);
      if (right < Timeline.label || left > this.canvas.clientWidth || right - left < 4) continue;
      pen.fillStyle = '#00000066';
      pen.fillRect(right - 0.5, y, 1, height);
      if (right - left > 48) this.write(span.text, left, right, y + height / 2);
    }
  }

  write(text, left, right, y) {
    const { pen } = this, start = Math.max(left, Timeline.label);
    pen.save();
    pen.beginPath();
    pen.rect(left, y - 20, right - left - 2, 40);
    pen.clip();
    pen.fillStyle = this.ink;
    pen.fillText(text, start + 4, y);
    pen.restore();
  }

  drawShare(y, series, color) {
    this.pen.fillStyle = color;
    this.columns((x, first, last) => {
      const share = this.sum(series, first, last) / this.length(first, last) * 24;
      this.pen.fillRect(x, y + 24 - share, 1.05, share);
    });
  }

  drawTokens(y, series) {
    const most = Math.max(1, ...this.chunked(series));
    this.pen.fillStyle = '#bf8700';
    this.columns((x, first, last) => {
      let tokens = 0;
      for (let at = first; at <= last; at++) tokens = Math.max(tokens, series[at]);
      this.pen.fillRect(x, y + 20 - tokens / most * 20, 1.05, tokens / most * 20);
    });
  }

  // Maxima of parts, for there are more values than a call takes.
  *chunked(series) {
    for (let at = 0; at < series.length; at += 4096) yield Math.max(...series.slice(at, at + 4096));
  }

  // What lies at a place of the canvas, in words; null for nothing.
  at(x, y) {
    if (x < Timeline.label || !this.rows) return null;
    const index = this.rows.findIndex(row => y >= row.top && y < row.bottom);
    if (index < 0) return null;
    const cycle = Math.floor(this.cycleAt(x)), place = `cycle ${cycle.toLocaleString('en')}`, bucket = Math.min(this.launch.buckets - 1, Math.floor(cycle / this.launch.bucket));
    const unit = index - 1, units = this.names.units.length;
    if (index === 0) return `${place}\n${this.sections.find(each => cycle < each.start + each.cycles)?.name ?? ''}`;
    if (unit < units) {
      const span = this.spans[unit].find(each => cycle < each.end);
      return span ? `${place}\n${span.index}: ${span.text}\n${this.describe(span)}` : `${place}\nno instruction left`;
    }
    if (unit === units || unit === units + 1)
      return `${place}\n${(unit === units ? this.launch.reads : this.launch.writes)[bucket]} beats in ${this.length(bucket, bucket)} cycles`;
    return `${place}\n${this.launch.tokens[unit - units - 2][bucket]} tokens ${this.names.queues[unit - units - 2]}`;
  }

  describe(span) {
    return this.names.activities.map((name, activity) => span.cycles[activity] ? `${name} ${span.cycles[activity].toLocaleString('en')}` : '').filter(Boolean).join(', ');
  }
}
