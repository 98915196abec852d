using System.Text;
using Vta.Compiler.Commands;
using Vta.Isa.Instructions;

namespace Vta.Compiler.LoopIr;

/// <summary>Programs in the notation of TVM's script.</summary>
internal sealed class ScriptPrinter
{
    private const string Axis = "T.iter_var(vta, None, \"ThreadIndex\", \"vta\")";
    private const string CommandHandle = "T.tvm_thread_context(T.tir.vta.command_handle())";

    private readonly StringBuilder text = new();
    private int indent;

    private ScriptPrinter()
    {
    }

    internal static string Print(Stmt statement)
    {
        var printer = new ScriptPrinter();
        printer.Print(statement, isLast: true);
        return printer.text.ToString();
    }

    /// <summary>A program as a module with one function.</summary>
    internal static string PrintModule(string name, IReadOnlyList<LoopBuffer> arguments, Stmt body)
    {
        var printer = new ScriptPrinter();
        printer.Line("# from tvm.script import ir as I");
        printer.Line("# from tvm.script import tir as T");
        printer.Line("");
        printer.Line("class Module:");
        printer.indent++;
        printer.Line($"def {ScriptExpressions.Name(name)}({string.Join(", ", arguments.Select(argument =>
            $"{ScriptExpressions.Name(argument.Name)}: T.Buffer(({string.Join(", ", argument.Shape)}), \"{argument.Type}\")"))}):");
        printer.indent++;
        printer.Line($"T.func_attr({{\"from_legacy_te_schedule\": True, \"global_symbol\": \"{name}\", \"tir.noalias\": True}})");
        var used = UsedBuffers(body);
        foreach (var argument in arguments.Where(used.Contains))
            printer.Line($"{ScriptExpressions.Name(argument.Name)}_1 = T.Buffer(({argument.Values},), \"{argument.Type}\", data={ScriptExpressions.Name(argument.Name)}.data)");
        printer.Print(body, isLast: true);
        return printer.text.ToString();
    }

    private static HashSet<LoopBuffer> UsedBuffers(Stmt body)
    {
        var used = new HashSet<LoopBuffer>();
        foreach (var store in body.All().OfType<BufferStore>())
        {
            used.Add(store.Buffer);
            used.UnionWith(store.Value.All().OfType<BufferLoad>().Select(load => load.Buffer));
        }
        return used;
    }

    private void Line(string line) => text.Append(line.Length == 0 ? "" : new string(' ', indent * 4)).Append(line).Append('\n');

    private void Block(string head, Stmt body)
    {
        Line(head);
        indent++;
        Print(body, isLast: true);
        indent--;
    }

    /// <summary>An attribute: of the rest of the block where it is the last statement there, else of its own block.</summary>
    private void Attribute(string attribute, Stmt body, bool isLast)
    {
        if (!isLast)
        {
            Block($"with {attribute}:", body);
            return;
        }
        Line(attribute);
        Print(body, isLast: true);
    }

    private void Print(Stmt statement, bool isLast)
    {
        switch (statement)
        {
            case Sequence sequence:
                for (var index = 0; index < sequence.Statements.Count; index++)
                    Print(sequence.Statements[index], isLast && index == sequence.Statements.Count - 1);
                break;
            case For loop:
                PrintLoops(loop);
                break;
            case If choice:
                Block($"if {Format(choice.Condition)}:", choice.Body);
                break;
            case VirtualThread thread:
                Attribute($"T.attr(T.iter_var({Format(thread.Variable)}, None, \"ThreadIndex\", \"cthread\"), \"virtual_thread\", {thread.Threads})", thread.Body, isLast);
                break;
            case Pragma pragma:
                var key = pragma.Kind == PragmaKind.DmaCopy ? "dma_copy" : "alu";
                Attribute($"T.attr({Axis}, \"pragma_{key}\", T.bool(True))", pragma.Body, isLast);
                break;
            case CoprocScope scope:
                Attribute($"T.attr({Axis}, \"coproc_scope\", {Queue(scope.Unit)})", scope.Body, isLast);
                break;
            case KernelScope scope:
                var kind = scope.All().OfType<UopPush>().Any(push => push.Operation is KernelOperation.Alu) ? "ALU" : "GEMM";
                Attribute($"T.attr({Axis}, \"coproc_uop_scope\", \"VTAPush{kind}Op\")", scope.Body, isLast);
                break;
            case Allocate allocate:
                PrintAllocate(allocate);
                Print(allocate.Body, isLast);
                break;
            case Realize realize:
                Line($"{ScriptExpressions.Name(realize.Tensor.Name)} = T.realize([{string.Join(", ", realize.Ranges.Select(Format))}], "
                    + $"\"{realize.Tensor.Type}\", \"{realize.Scope}\")");
                Print(realize.Body, isLast);
                break;
            case UopLoop loop:
                Line($"T.call_extern(\"int32\", \"VTAUopLoopBegin\", {Format(loop.Extent)}, {Format(loop.DstFactor)}, {Format(loop.SrcFactor)}, {Format(loop.WgtFactor)})");
                Print(loop.Body, isLast: false);
                Line("T.call_extern(\"int32\", \"VTAUopLoopEnd\")");
                break;
            default:
                Line(Leaf(statement));
                break;
        }
    }

    private static string Leaf(Stmt statement) => statement switch
    {
        TensorStore store => $"{Format(new TensorRead(store.Tensor, store.Indices))} = {Format(store.Value)}",
        BufferStore store => $"{Format(new BufferLoad(store.Buffer, store.Index))} = {Format(store.Value)}",
        TensorizedCall call => $"T.{call.Intrinsic.Name}{(call.IsReset ? "_reset" : "")}({string.Join(", ", call.Inputs.Prepend(call.Result).Select(Format))})",
        DepPush push => $"T.tir.vta.coproc_dep_push({Queue(push.From)}, {Queue(push.To)})",
        DepPop pop => $"T.tir.vta.coproc_dep_pop({Queue(pop.From)}, {Queue(pop.To)})",
        LoadBuffer2D load => Call("VTALoadBuffer2D", CommandHandle, $"{ScriptExpressions.Name(load.Source.Name)}.data", Format(load.Offset), Format(load.XSize),
            Format(load.YSize), Format(load.XStride), Format(load.XPad0), Format(load.YPad0), Format(load.XPad1), Format(load.YPad1),
            Format(load.SramIndex), $"{(int)load.Memory}"),
        PadValue pad => Call("VTASetPadValue", CommandHandle, $"{pad.Value}"),
        StoreBuffer2D store => Call("VTAStoreBuffer2D", CommandHandle, Format(store.SramIndex), $"{(int)MemoryId.Out}",
            $"{ScriptExpressions.Name(store.Destination.Name)}.data", Format(store.Offset), Format(store.XSize), Format(store.YSize), Format(store.XStride)),
        UopPush push => $"T.tir.vta.uop_push({Mode(push.Operation)}, {Format(push.Dst)}, {Format(push.Src)}, {Format(push.Wgt)}, {Alu(push.Operation)})",
        _ => throw new InvalidOperationException($"{statement.GetType().Name} has no notation"),
    };

    private static string Call(string function, params IEnumerable<string> arguments) => $"T.call_extern(\"int32\", \"{function}\", {string.Join(", ", arguments)})";

    private static string Mode(KernelOperation operation) => operation switch
    {
        KernelOperation.Gemm gemm => gemm.Reset ? "0, 1" : "0, 0",
        _ => "1, 0",
    };

    private static string Alu(KernelOperation operation) => operation is KernelOperation.Alu alu
        ? $"{alu.Operation.Code}, {(alu.Immediate is null ? 0 : 1)}, {alu.Immediate ?? 0}"
        : "0, 0, 0";

    // TVM's numbers of the queues.
    private static int Queue(Unit unit) => (int)unit + 1;

    private static string Format(Expr expression) => ScriptExpressions.Format(expression);

    private static string Format(AxisRange range) => $"({Format(range.Min)}, {Format(range.Extent)})";

    private void PrintLoops(For loop)
    {
        // Loops with nothing between them are one line, when none needs the variable of another for its length.
        var loops = new List<For> { loop };
        while (loops[^1].Body is For inner && !loops.Any(outer => inner.Extent.Uses(outer.Variable)))
            loops.Add(inner);
        var variables = string.Join(", ", loops.Select(one => Format(one.Variable)));
        var extents = string.Join(", ", loops.Select(one => Format(one.Extent)));
        Block($"for {variables} in {(loops.Count == 1 ? "range" : "T.grid")}({extents}):", loops[^1].Body);
    }

    private void PrintAllocate(Allocate allocate)
    {
        var buffer = allocate.Buffer;
        var name = ScriptExpressions.Name(buffer.Name);
        var values = buffer.Values * allocate.Threads;
        if (allocate.InPlaceOf is null)
            Line($"{name} = T.allocate([{values}], \"{buffer.Type}\", \"{buffer.Scope}\")");
        Line($"{name}_1 = T.Buffer(({values},), \"{buffer.Type}\", data={ScriptExpressions.Name(allocate.InPlaceOf?.Name ?? buffer.Name)})");
    }
}
