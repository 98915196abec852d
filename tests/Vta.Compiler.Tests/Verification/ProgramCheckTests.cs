using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Passes;
using Vta.Compiler.Tensors;
using Vta.Compiler.Tutorials;
using Vta.Compiler.Verification;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>The check of lowered programs finds what is wrong with them, whatever the units' timing, and names it.</summary>
public class ProgramCheckTests
{
    private static readonly Env s_env = new(VtaConfig.Default);

    private readonly LoopBuffer inp = Buffer("x_buf", s_env.InpScope);
    private readonly LoopBuffer wgt = Buffer("w_buf", s_env.WgtScope);
    private readonly LoopBuffer sums = Buffer("sums", s_env.AccScope);
    private readonly LoopBuffer x = new("x", s_env.InpType, [64 * 16], MemoryScope.Global);

    [Fact]
    public void TutorialsAreInOrder()
    {
        var convolution = new ConvolutionTutorial(
            VtaConfig.Default, Layers.Convolutions.Find("resnet18.c8"), new OutputStage(Shift: 8, Clip: (0, 127)));
        convolution.Block();
        convolution.Thread();
        convolution.Offload();
        convolution.Lower().Check().Should().BeEmpty();
        MatrixTutorial.Simple(VtaConfig.Default, 16, 64, 64).Lower().Check().Should().BeEmpty();
    }

    /// <summary>The place of a value is given away while another stage still needs the value.</summary>
    [Fact]
    public void BufferLaidOverOneThatIsStillNeeded()
    {
        var placed = SchedulePrograms.Create("a value read twice, virtual threads", VtaConfig.Default).Program.Placed!;
        var buffers = placed.Body.All().OfType<Allocate>().ToDictionary(allocate => allocate.Buffer.Name, allocate => allocate.Buffer);
        var (source, leak) = (buffers["x_buf"], buffers["leak"]);
        var starts = placed.Placement.Starts.ToDictionary();
        starts[leak] = starts[source];
        var inPlace = placed.Placement.InPlaceOf.Append(new(leak, source)).ToDictionary();
        const string Thread = "(i0.outer 0, cthread.s 0)";
        Findings(placed.Body, new Placement(starts, inPlace)).Should().Equal((FindingKind.Overwritten,
            $"alu of larger {Thread} reads element 0 of x_buf, and alu of leak {Thread} has put leak into its place"));
    }

    /// <summary>
    /// Two threads run loops of different lengths one after the other, and the tokens of both are given before: the first thread's second
    /// load takes that of the second thread, and does not wait for its own product.
    /// </summary>
    [Fact]
    public void TokensOfThreadsThatDoNotTakeTurns()
    {
        var (thread, n) = (new Variable("cthread"), new Variable("n"));
        var loop = new For(n, 2 - (Expr)thread, new Sequence(
            On(Unit.Load, new DepPop(Unit.Compute, Unit.Load), Load(x, wgt, MemoryId.Wgt, thread), new DepPush(Unit.Load, Unit.Compute)),
            On(Unit.Compute, new DepPop(Unit.Load, Unit.Compute), Multiply(thread), new DepPush(Unit.Compute, Unit.Load))));
        var both = new Sequence(
            Load(x, inp, MemoryId.Inp, 0), new DepPush(Unit.Load, Unit.Compute), new DepPop(Unit.Load, Unit.Compute), Reset(0, 2),
            new DepPush(Unit.Compute, Unit.Load), new DepPush(Unit.Compute, Unit.Load),
            new For(thread, 2, loop),
            new DepPop(Unit.Compute, Unit.Load), new DepPop(Unit.Compute, Unit.Load));
        Findings(both).Should().Equal((FindingKind.Unordered,
            "GEMM of sums (cthread 0, n 0) and the load of x (cthread 0, n 1) use element 0 of the wgt buffer, and no token says which is first"));
    }

    [Fact]
    public void LoadThatOvertakesAStore()
    {
        var workspace = new LoopBuffer("between", s_env.OutType, [64 * 16], MemoryScope.Global);
        Stmt[] parts =
        [
            Reset(0, 64), new DepPush(Unit.Compute, Unit.Store), new DepPop(Unit.Compute, Unit.Store), Store(workspace),
            new DepPush(Unit.Store, Unit.Compute), new DepPop(Unit.Store, Unit.Compute),
            new DepPush(Unit.Compute, Unit.Load), new DepPop(Unit.Compute, Unit.Load),
            Load(workspace, inp, MemoryId.Inp, 0),
        ];
        Findings(new Allocate(workspace, new Sequence(parts))).Should().BeEmpty();
        Findings(new Allocate(workspace, new Sequence([.. parts[..4], .. parts[8..]]))).Should().Equal((FindingKind.Unordered,
            "the store of between and the load of between use element 0 of between, and no token says which is first"));
    }

    [Fact]
    public void ValuesThatAreNotThere()
    {
        Findings(Multiply(0)).Should().Equal(
            (FindingKind.Unwritten, "GEMM of sums reads element 0 of x_buf, which nothing has written"),
            (FindingKind.Unwritten, "GEMM of sums reads element 0 of w_buf, which nothing has written"),
            (FindingKind.Unwritten, "GEMM of sums reads element 0 of sums, which nothing has written"));
        // A tile of its own in each iteration, set in the first only.
        var tile = new Variable("tile");
        var inTile = new Sequence(
            If.Of(tile < 1, Reset(0, 64)), new DepPush(Unit.Compute, Unit.Store), new DepPop(Unit.Compute, Unit.Store), Store(x));
        Findings(new For(tile, 2, new Allocate(sums, inTile)), Places()).Should().Equal((FindingKind.Unwritten,
            "the store of x (tile 1) reads element 0 of sums, which only GEMM reset of sums (tile 0), in an iteration before, has written"));
    }

    [Fact]
    public void ElementsBeyondABuffer() => Findings(Reset(60, 8)).Should().Equal(
        (FindingKind.Outside, "GEMM reset of sums uses element 64 of sums, which has 64"));

    [Fact]
    public void TokensThatDoNotMatch()
    {
        var tokens = new Sequence(new DepPop(Unit.Load, Unit.Compute), new DepPush(Unit.Compute, Unit.Store));
        Findings(tokens).Should().Equal(
            (FindingKind.Tokens, "compute takes a token of load that nothing before gives"),
            (FindingKind.Tokens, "1 tokens of compute for store are left"));
    }

    private static LoopBuffer Buffer(string name, MemoryScope scope) =>
        new(name, DataType.Int(scope.Shape!.Width), [64, scope.Shape.ElemValues], scope);

    private static CoprocScope On(Unit unit, params Stmt[] parts) => new(unit, new Sequence(parts));

    private static LoadBuffer2D Load(LoopBuffer from, LoopBuffer to, MemoryId memory, Expr element) =>
        new(from.Dram, 0, 1, 1, 1, new BufferAddress(to, element), memory);

    private StoreBuffer2D Store(LoopBuffer to) => new(new BufferAddress(sums, 0), to.Dram, 0, 64, 1, 64);

    private KernelScope Multiply(Expr element) => new(new UopPush(
        KernelOperation.MatrixMultiply, new BufferAddress(sums, element), new BufferAddress(inp, 0), new BufferAddress(wgt, element)));

    private KernelScope Reset(int first, int count) =>
        new(new UopLoop(count, 1, 0, 0, new UopPush(KernelOperation.Clear, new BufferAddress(sums, first), 0, 0)));

    private Placement Places() =>
        new(new Dictionary<LoopBuffer, int> { [inp] = 0, [wgt] = 0, [sums] = 0 }, new Dictionary<LoopBuffer, LoopBuffer>());

    private IEnumerable<(FindingKind Kind, string Message)> Findings(Stmt body) =>
        Findings(new Allocate(inp, new Allocate(wgt, new Allocate(sums, body))), Places());

    private static IEnumerable<(FindingKind Kind, string Message)> Findings(Stmt program, Placement placement) =>
        ProgramCheck.Run(new PlacedProgram(VtaConfig.Default, program, placement)).Select(finding => (finding.Kind, finding.Message));
}
