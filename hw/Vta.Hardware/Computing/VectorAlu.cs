using Vta.Isa.Instructions;

namespace Vta.Hardware.Computing;

/// <summary>The new value of an accumulator element: what the step makes of the old one and its operands. Combinational.</summary>
internal sealed class VectorAlu(VtaConfig config) : Module
{
    public readonly StepKind Kind = In(StepKind.Type(config));
    public readonly UInt Dst = In(UInt(config.Acc.ElemBits));
    public readonly UInt Src = In(UInt(config.Acc.ElemBits));
    public readonly Vec<SInt> Sums = In(VecOf(config.Acc.ElemValues, SInt(GemmCore.SumWidth(config))));
    public readonly UInt Result = Out(UInt(config.Acc.ElemBits));

    protected override void Build()
    {
        var value = SInt(config.AccWidth);
        var algebra = new HardwareAlgebra(config.AccWidth);
        var left = Dst.AsVec(value);
        var immediate = Let(Kind.Immediate.Resize(config.AccWidth));
        var immediates = immediate.AsUInt().Repeat(config.Acc.ElemValues);
        var right = Let(Mux(Kind.UsesImmediate, immediates, Src)).AsVec(value);

        using (When(Kind.IsReset))
            Result.Set(0);
        using (ElseWhen(Kind.IsGemm))
        {
            Result.Set(Lanes.Map(left, Sums, (old, sum) => old + sum).AsUInt());
            if (StepKind.CanOverwrite(config))
            {
                using (When(Kind.Overwrites))
                    Result.Set(Lanes.Map(Sums, sum => sum.Resize(config.AccWidth)).AsUInt());
            }
        }
        using (Else())
        {
            var operation = Switch(Kind.AluOpcode);
            foreach (var alu in config.AluOperations)
            {
                using (operation.Case(alu.Code))
                    Result.Set(Lanes.Map(left, right, (a, b) => alu.Evaluate(algebra, a, b)).AsUInt());
            }
            using (operation.Default())
                Result.Set(Dst);
        }
    }
}
