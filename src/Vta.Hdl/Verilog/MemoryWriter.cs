using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>Writes memories in the form from which synthesis tools infer RAM: one clocked block for each clock, writes before reads.</summary>
internal sealed class MemoryWriter(ModuleScope scope, ExpressionWriter expressions, ClockPorts clocks, MemoryFiles files)
{
    /// <summary>Verilator takes a loop that writes an array only if it can unroll it: up to this many turns.</summary>
    private const int MaxTurns = 64;

    /// <summary>
    /// Who defines this macro gets memories that start undefined, as on chips: synthesis there cannot clear them, and simulation should show what relies on it.
    /// </summary>
    private const string UndefinedStart = "UNDEFINED_MEMORIES";

    private CodeText Body => scope.Module.Text;

    public void Write(Memory memory, IReadOnlyList<MemoryReadPort> reads)
    {
        WriteInitial(memory);
        foreach (var domain in memory.WritePorts.Select(p => p.Domain).Concat(reads.Select(r => r.Data.Domain!)).Distinct())
            Write(memory, domain, [.. memory.WritePorts.Where(p => p.Domain == domain)], reads.Where(p => p.Data.Domain == domain));
    }

    private void Write(Memory memory, ClockDomain domain, IReadOnlyList<MemoryWritePort> writes, IEnumerable<MemoryReadPort> reads)
    {
        var block = scope.NewText();
        foreach (var port in writes)
            Write(port, block);
        foreach (var port in reads)
            Write(port, block);
        var hasMask = writes.Any(p => p.Mask is not null);
        var name = hasMask ? $" : {scope.Names.Unique(scope.NameOf(memory) + "_ports")}" : "";
        Body.Gap();
        Body.Line($"always @({clocks.Of(domain).Edge}) {clocks.Of(domain).Guard}begin{name}");
        Body.Indent();
        if (hasMask)
            Body.Line($"integer {scope.LoopVariable(0)};");
        Body.Append(block);
        Body.Unindent();
        Body.Line("end");
        Body.Gap();
    }

    private void WriteInitial(Memory memory)
    {
        var name = scope.NameOf(memory);
        var variable = scope.LoopVariable(0);
        Body.Gap();
        if (memory.InitialContents.Count == 0)
            Body.Line($"`ifndef {UndefinedStart}");
        Body.Line($"initial begin : {scope.Names.Unique(name + "_start")}");
        Body.Indent();
        if (memory.InitialContents.Count < memory.Depth)
        {
            Body.Line($"integer {variable};");
            Body.Line($"for ({variable} = {memory.InitialContents.Count}; {variable} < {memory.Depth}; {variable} = {variable} + 1)");
            Body.Indent();
            Body.Line($"{name}[{variable}] = {Literals.Text(0, memory.Width)};");
            Body.Unindent();
        }
        if (files.NameOf(memory) is { } file)
        {
            Body.Line($"$readmemh(\"{file}\", {name}, 0, {memory.InitialContents.Count - 1});");
        }
        else
        {
            for (var i = 0; i < memory.InitialContents.Count; i++)
                Body.Line($"{name}[{i}] = {Literals.Text(memory.InitialContents[i], memory.Width)};");
        }
        Body.Unindent();
        Body.Line("end");
        if (memory.InitialContents.Count == 0)
            Body.Line("`endif");
        Body.Gap();
    }

    private void Write(MemoryWritePort port, CodeText text)
    {
        var name = scope.NameOf(port.Memory);
        var address = expressions.Address(port.Address, name + "_address");
        var data = expressions.Argument(port.Data, name + "_data");
        if (port.Mask is { } mask)
        {
            WriteMasked(port, mask, name, address, text);
            return;
        }
        var isAlways = Make.IsOnes(port.Enable);
        if (!isAlways)
        {
            text.Line($"if ({expressions.Argument(port.Enable, name + "_enable")})", port.Location);
            text.Indent();
        }
        text.Line($"{name}[{address}] <= {data};", port.Location);
        if (!isAlways)
            text.Unindent();
    }

    /// <summary>The enable goes into the mask: with a condition around the loop, tools do not find the byte enables of block RAM.</summary>
    private void WriteMasked(MemoryWritePort port, Expression mask, string name, string address, CodeText text)
    {
        var count = mask.Width;
        var part = port.Memory.Width / count;
        var enables = Make.IsOnes(port.Enable) ? mask : Make.Operate(BinaryOperator.And, Make.Repeat(port.Enable, count), mask);
        var variable = scope.LoopVariable(0);
        var enable = expressions.Named(enables, name + "_mask").InLane(new(variable, 1, count), 1);
        var data = expressions.Named(port.Data, name + "_data").InLane(new(variable, part, count), part);
        scope.Usage.Read(enable);
        scope.Usage.Read(data);
        for (var first = 0; first < count; first += MaxTurns)
        {
            var end = Math.Min(count, first + MaxTurns);
            text.Line($"for ({variable} = {first}; {variable} < {end}; {variable} = {variable} + 1)", port.Location);
            text.Indent();
            text.Line($"if ({enable})");
            text.Indent();
            text.Line($"{name}[{address}][{variable}*{part} +: {part}] <= {data};");
            text.Unindent();
            text.Unindent();
        }
    }

    private void Write(MemoryReadPort port, CodeText text)
    {
        var memory = port.Memory;
        var data = scope.NameOf(port.Data);
        var address = expressions.Address(port.Address, data + "_address");
        var isAlways = Make.IsOnes(port.Enable);
        var isGuarded = !memory.HasAllAddresses;
        if (!isAlways)
        {
            var enable = expressions.Argument(port.Enable, data + "_enable");
            text.Line($"if ({enable}){(isGuarded ? " begin" : "")}", port.Location);
            text.Indent();
        }
        scope.Usage.Read(Reference.Whole(scope.NameOf(memory), 1));
        text.Line($"{data} <= {scope.NameOf(memory)}[{address}];", port.Location);
        if (isGuarded)
        {
            var isOutside = Make.Not(memory.IsInside(port.Address));
            text.Line($"if ({expressions.Argument(isOutside, data + "_outside")})");
            text.Indent();
            text.Line($"{data} <= {Literals.Text(0, memory.Width)};");
            text.Unindent();
        }
        if (!isAlways)
        {
            text.Unindent();
            if (isGuarded)
                text.Line("end");
        }
    }
}
