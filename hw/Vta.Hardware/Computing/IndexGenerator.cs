using Vta.Hardware.Control;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;

namespace Vta.Hardware.Computing;

/// <summary>The loops of GEMM and ALU instructions: one step a cycle, without a gap between instructions.</summary>
internal sealed class IndexGenerator(VtaConfig config) : Module
{
    public readonly Stream<StepCommand> Command = Sink(StepCommand.Type);

    /// <summary>A step leaves in every cycle in which it is valid and not held.</summary>
    public readonly Bool StepValid = Out();
    public readonly Step Step = Out(Step.Type(config));

    /// <summary>The step has to stay for now.</summary>
    public readonly Bool Hold = config.HasRequant ? In() : false;

    protected override void Build()
    {
        var layout = config.Layout;
        var (gemm, alu) = (layout.Gemm, layout.Alu);

        var valid = Reg(reset: false);
        var word = RegNoReset(UInt(InstructionLayout.InstructionBits));
        var instructionIndex = RegNoReset(UInt(ProgramIndex.Width));
        var uop = RegNoReset(UInt(gemm.UopEnd.Width));
        var innerLeft = RegNoReset(UInt(gemm.IterIn.Width));
        var outerLeft = RegNoReset(UInt(gemm.IterOut.Width));

        var isGemm = Let(word.IsGemm(layout));
        var isDepthwise = config.HasDepthwise ? Let(word.Is(layout.Common.Opcode, Opcode.Dwconv)) : false;
        var uopBegin = word.Field(gemm.UopBegin).Extend(gemm.UopEnd.Width);
        var endsUops = Let(uop == word.Field(gemm.UopEnd) - 1);
        var endsInner = Let(innerLeft == 1);
        var endsOuter = Let(outerLeft == 1);
        var isLast = Let(endsUops & endsInner & endsOuter);

        Command.Ready.Set(!valid | (isLast & !Hold));
        using (When(valid & !Hold))
        {
            uop.Set(Mux(endsUops, uopBegin, uop + 1));
            using (When(endsUops))
            {
                innerLeft.Set(Mux(endsInner, word.Field(gemm.IterIn), innerLeft - 1));
                using (When(endsInner))
                    outerLeft.Set(outerLeft - 1);
            }
            using (When(isLast))
                valid.Set(false);
        }
        using (When(Command.Fire))
        {
            var next = Command.Payload.Word;
            valid.Set(true);
            word.Set(next);
            instructionIndex.Set(Command.Payload.Index);
            uop.Set(next.Field(gemm.UopBegin).Extend(gemm.UopEnd.Width));
            innerLeft.Set(next.Field(gemm.IterIn));
            outerLeft.Set(next.Field(gemm.IterOut));
        }

        Track("dst", Step.Dst, Mux(isGemm, word.Field(gemm.DstFactorIn), word.Field(alu.DstFactorIn)), Mux(isGemm, word.Field(gemm.DstFactorOut), word.Field(alu.DstFactorOut)));
        Track("src_acc", Step.SrcAcc, word.Field(alu.SrcFactorIn), word.Field(alu.SrcFactorOut));
        Track("src_inp", Step.SrcInp, word.Field(gemm.SrcFactorIn), word.Field(gemm.SrcFactorOut));
        Track("wgt", Step.Wgt, config.HasDepthwise ? Mux(isDepthwise, 0, word.Field(gemm.WgtFactorIn)) : word.Field(gemm.WgtFactorIn), word.Field(gemm.WgtFactorOut));

        StepValid.Set(valid);
        Step.Uop.Set(uop);
        Step.Kind.IsGemm.Set(isGemm);
        Step.Kind.IsReset.Set(isGemm & !isDepthwise & word.Flag(gemm.Reset));
        Step.Kind.UsesImmediate.Set(!isGemm & word.Flag(alu.UseImmediate));
        Step.Kind.AluOpcode.Set(word.Field(alu.AluOpcode));
        Step.Kind.Immediate.Set(word.Field(alu.Immediate).AsSInt());
        if (StepKind.CanOverwrite(config))
            Step.Kind.Overwrites.Set(Mux(isDepthwise, word.Flag(gemm.Reset), layout.Knows(Opcode.GemmSet) ? word.Is(layout.Common.Opcode, Opcode.GemmSet) : false));
        if (config.HasDepthwise)
            TrackWindow();
        if (config.HasRequant)
            Step.Kind.IsRequant.Set(!isGemm & word.Field(alu.AluOpcode) == RequantOperation.Code);
        Step.IsLast.Set(isLast);
        Step.Index.Set(instructionIndex);

        // The field of the factor that DWCONV does not have says how many inputs fill the window first.
        void TrackWindow()
        {
            var starts = RegNoReset(Bool());
            var fillsLeft = RegNoReset(UInt(gemm.WgtFactorIn.Width));
            Step.Kind.IsDepthwise.Set(isDepthwise);
            Step.Kind.Starts.Set(starts);
            Step.Kind.Fills.Set(isDepthwise & fillsLeft != 0);
            using (When(valid & !Hold))
                starts.Set(endsUops & endsInner);
            using (When(valid & !Hold & endsUops))
                fillsLeft.Set(Mux(endsInner, word.Field(gemm.WgtFactorIn), Mux(fillsLeft == 0, 0, fillsLeft - 1)));
            using (When(Command.Fire))
            {
                starts.Set(true);
                fillsLeft.Set(Command.Payload.Word.Field(gemm.WgtFactorIn));
            }
        }

        // The offset of the outer loop, and that plus the inner one's: both zero at the start.
        void Track(string name, Offset step, UInt factorIn, UInt factorOut)
        {
            var offset = RegNoReset(Offset.Type(step.Value.Width), name);
            var outer = RegNoReset(Offset.Type(step.Value.Width), name + "_outer");
            step.Set((offset.Value, offset.IsOutOfRange));
            using (When(valid & !Hold & endsUops & endsInner))
            {
                var next = outer.Plus(factorOut);
                outer.Set(next);
                offset.Set(next);
            }
            using (ElseWhen(valid & !Hold & endsUops))
                offset.Set(offset.Plus(factorIn));
            using (When(Command.Fire))
            {
                outer.Set((0, false));
                offset.Set((0, false));
            }
        }
    }
}
