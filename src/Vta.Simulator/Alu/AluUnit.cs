using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;
using Vta.Simulator.Gemm;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Alu;

/// <summary>Runs ALU instructions.</summary>
internal sealed unsafe class AluUnit
{
    private readonly MicroKernel micro;
    private readonly UopMemory uop;
    private readonly AccMemory acc;
    private readonly AluKernel?[] kernels;
    private readonly RequantUnit? requant;

    internal AluUnit(VtaConfig config, MicroKernel micro, UopMemory uop, AccMemory acc, ParMemory? par, int laneLimit)
    {
        (this.micro, this.uop, this.acc) = (micro, uop, acc);
        requant = par is null ? null : new RequantUnit(micro, uop, acc, par);
        kernels = new AluKernel?[1 << AluOperations.CodeWidth];
        foreach (var operation in config.AluOperations)
            kernels[operation.Code] = AluKernel.Create(config, operation, laneLimit);
    }

    /// <summary>Whether an operation code is defined.</summary>
    internal bool Knows(int code) => kernels[code] is not null || IsRequant(code);

    /// <summary>Runs all steps of an instruction with a defined code.</summary>
    /// <returns>How many there were, and whether an index wrapped.</returns>
    internal (long Steps, bool Wrapped) Run(in AluInstruction instruction)
    {
        var steps = instruction.Steps;
        if (steps == 0)
            return (0, false);
        if (IsRequant(instruction.Code))
            return (steps, requant!.Run(instruction));
        var wrapped = micro.Decode(uop.Values, instruction.UopBegin, instruction.UopEnd);
        wrapped |= Last(micro.MaxDst, instruction, instruction.DstFactorOut, instruction.DstFactorIn) >= acc.Depth;
        wrapped |= !instruction.UseImmediate
            && Last(micro.MaxSrc, instruction, instruction.SrcFactorOut, instruction.SrcFactorIn) >= acc.Depth;
        var loops = new AluLoops
        {
            Micro = micro,
            Acc = acc.Values,
            IndexMask = acc.Depth - 1,
            IterOut = instruction.IterOut,
            IterIn = instruction.IterIn,
            DstFactorOut = instruction.DstFactorOut,
            DstFactorIn = instruction.DstFactorIn,
            SrcFactorOut = instruction.SrcFactorOut,
            SrcFactorIn = instruction.SrcFactorIn,
            Immediate = instruction.Immediate,
        };
        var kernel = kernels[instruction.Code]!;
        if (instruction.UseImmediate)
            kernel.RunImmediate(loops);
        else
            kernel.RunTensor(loops);
        return (steps, wrapped);
    }

    private bool IsRequant(int code) => requant is not null && code == RequantOperation.Code;

    private static long Last(int field, in AluInstruction instruction, int factorOut, int factorIn) =>
        field + (instruction.IterOut - 1L) * factorOut + (instruction.IterIn - 1L) * factorIn;
}
