using HdlTutorial;

namespace Vta.Hdl.Tests.Tutorial.Riscv;

/// <summary>
/// A program of random instructions that ends: jumps go forward, loads and stores go to the words behind <see cref="Data"/>, whose address is in register 1 (the others
/// may have any value).
/// </summary>
internal static class RandomProgram
{
    public const int Data = 0x600;
    private const int Base = 1;
    private const int Instructions = 200;

    private static readonly MemoryAccess[] s_sizes = [MemoryAccess.SignedByte, MemoryAccess.SignedHalf, MemoryAccess.Word, MemoryAccess.Byte, MemoryAccess.Half];

    public static IReadOnlyList<uint> Of(int seed)
    {
        var random = new Random(seed);
        var program = new RiscvAssembler().Load(Base, Data);
        for (var i = 0; i < Instructions; i++)
        {
            program.Label($"at{i}");
            var (rd, a, b) = (Destination(), random.Next(32), random.Next(32));
            var later = $"at{Math.Min(i + 1 + random.Next(4), Instructions)}";
            switch (random.Next(9))
            {
                case 0:
                    program.Load(MemoryAccessOf(out var load), rd, Base, load);
                    break;
                case 1:
                    var access = MemoryAccessOf(out var store);
                    program.Store((MemoryAccess)((int)access & 3), a, Base, store);
                    break;
                case 2:
                    program.Branch(Pick<BranchCondition>(), a, b, later);
                    break;
                case 3:
                    program.Jump(rd, later);
                    break;
                case 4:
                    // The address of the second instruction behind comes from AUIPC.
                    program.Upper(Opcode.AddUpperToPc, 2, 0).JumpRegister(rd, 2, 8);
                    break;
                case 5:
                    program.Upper(random.Next(2) == 0 ? Opcode.LoadUpper : Opcode.AddUpperToPc, rd, (uint)random.Next(1 << 20));
                    break;
                case 6:
                    var operation = Pick<AluOperation>();
                    var isAlternate = operation is AluOperation.ShiftRight && random.Next(2) == 0;
                    var isShift = operation is AluOperation.ShiftLeft or AluOperation.ShiftRight;
                    program.Compute(operation, rd, a, new Immediate(isShift ? random.Next(32) : random.Next(-2048, 2048)), isAlternate);
                    break;
                default:
                    var computed = Pick<AluOperation>();
                    program.Compute(computed, rd, a, b, computed is AluOperation.Add or AluOperation.ShiftRight && random.Next(2) == 0);
                    break;
            }
        }
        return program.Label($"at{Instructions}").Halt().Words;

        int Destination() => random.Next(8) == 0 ? 0 : random.Next(2, 32);

        MemoryAccess MemoryAccessOf(out int offset)
        {
            var access = s_sizes[random.Next(s_sizes.Length)];
            offset = random.Next(64) << ((int)access & 3);
            return access;
        }

        T Pick<T>()
            where T : struct, Enum => random.GetItems(Enum.GetValues<T>(), 1)[0];
    }
}
