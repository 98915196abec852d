using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// An RV32I processor of two stages: one executes an instruction in every cycle, the other writes the result of the one before. Memories
/// answer in the
/// next cycle. Accesses are taken to be aligned; ECALL, EBREAK and opcodes that RV32I does not have stop the processor.
/// </summary>
public sealed class RiscvCore : Module
{
    /// <summary>The byte address of the instruction to be executed in the next cycle.</summary>
    public readonly UInt FetchAddress = Out(UInt(32));

    /// <summary>The instruction that was asked for in the cycle before.</summary>
    public readonly UInt Fetched = In(UInt(32));

    /// <summary>The byte address of a load or a store.</summary>
    public readonly UInt Address = Out(UInt(32));
    public readonly Bool IsLoad = Out();

    /// <summary>The word that was asked for in the cycle before.</summary>
    public readonly UInt Loaded = In(UInt(32));

    /// <summary>The bytes of the word that are stored, none without a store.</summary>
    public readonly UInt StoreMask = Out(UInt(4));
    public readonly UInt Stored = Out(UInt(32));
    public readonly Bool IsHalted = Out();

    protected override void Build()
    {
        var instruction = new Instruction(Fetched);
        var pc = Reg(UInt(32), reset: 0);
        var isStarted = RegNextReset((Bool)true);
        var isHalted = Reg(reset: false);
        var isRunning = Let(isStarted & !isHalted);
        IsHalted.Set(isHalted);

        // The second stage: what the instruction before leaves in a register. A load's word arrives here.
        var isWritten = Reg(reset: false);
        var destination = RegNoReset(UInt(5));
        var result = RegNoReset(UInt(32));
        var isLoaded = RegNoReset(Bool());
        var loadFunction = RegNoReset(UInt(3));
        var written = Let(Mux(isLoaded, FromWord(Loaded, result[1, 0], loadFunction), result));
        var registers = Mem(UInt(32), depth: 32);
        using (When(isWritten))
            registers.Write(destination, written);

        // The first stage reads registers, or the value on its way to one. Register 0 is never written.
        var first = Let(Register(instruction.FirstSource));
        var second = Let(Register(instruction.SecondSource));

        var isArithmetic = Let(instruction.Is(Opcode.Arithmetic));
        var isImmediate = Let(instruction.Is(Opcode.ArithmeticImmediate));
        var isStore = Let(instruction.Is(Opcode.Store));
        var isShiftRight = Let(instruction.Function == Lit(AluOperation.ShiftRight));
        var alu = Instance(new Alu());
        alu.A.Set(first);
        alu.B.Set(Mux(isArithmetic, second, Mux(isStore, instruction.StoreOffset, instruction.Immediate)));
        alu.Operation.Set(Mux(isArithmetic | isImmediate, instruction.Function, Lit(AluOperation.Add)));
        alu.IsAlternate.Set(instruction.IsAlternate & (isArithmetic | (isImmediate & isShiftRight)));

        var following = Let(pc + 4);
        var next = Wire(UInt(32));
        var value = Wire(UInt(32));
        var writes = Wire(Bool());
        var halts = Wire(Bool());
        next.Set(following);
        value.Set(alu.Result);
        writes.Set(false);
        halts.Set(false);
        var opcode = Switch(instruction.Opcode);
        using (opcode.Case([(int)Opcode.Arithmetic, (int)Opcode.ArithmeticImmediate, (int)Opcode.Load]))
            writes.Set(true);
        using (opcode.Case(Opcode.LoadUpper))
        {
            value.Set(instruction.Upper);
            writes.Set(true);
        }
        using (opcode.Case(Opcode.AddUpperToPc))
        {
            value.Set(pc + instruction.Upper);
            writes.Set(true);
        }
        using (opcode.Case(Opcode.Jump))
        {
            next.Set(pc + instruction.JumpOffset);
            value.Set(following);
            writes.Set(true);
        }
        using (opcode.Case(Opcode.JumpRegister))
        {
            next.Set(Cat(alu.Result[31, 1], (Bool)false));
            value.Set(following);
            writes.Set(true);
        }
        using (opcode.Case(Opcode.Branch))
        using (When(IsTaken(first, second, instruction.Function)))
            next.Set(pc + instruction.BranchOffset);
        using (opcode.Case([(int)Opcode.Store, (int)Opcode.Fence]))
        {
        }
        using (opcode.Default())
            halts.Set(true);

        // Until the first instruction is there, and once the last one was, the program counter rests and nothing is written.
        FetchAddress.Set(Mux(isRunning, next, pc));
        pc.Set(FetchAddress);
        isHalted.Set(isHalted | (isStarted & halts));
        isWritten.Set(isRunning & writes & instruction.Destination != 0);
        destination.Set(instruction.Destination);
        result.Set(value);
        isLoaded.Set(instruction.Is(Opcode.Load));
        loadFunction.Set(instruction.Function);

        Address.Set(alu.Result);
        IsLoad.Set(isRunning & instruction.Is(Opcode.Load));
        Stored.Set(ToWord(second, instruction.Function[1, 0]));
        StoreMask.Set(Mux(isRunning & isStore, MaskOf(Address[1, 0], instruction.Function[1, 0]), 0));

        UInt Register(UInt number) => Mux(isWritten & number == destination, written, registers[number]);
    }

    /// <summary>The lowest bit of the function turns a comparison round.</summary>
    private static Bool IsTaken(UInt a, UInt b, UInt function)
    {
        var isLess = Mux(function[1], a < b, a.AsSInt() < b.AsSInt());
        return Mux(function[2], isLess, a == b) ^ function[0];
    }

    /// <summary>
    /// A byte, half or whole word of a word in memory; the lowest two bits of the function are its size, the third makes it unsigned.
    /// </summary>
    private static UInt FromWord(UInt word, UInt offset, UInt function)
    {
        var bits = word >> Cat(offset, UInt(3).Zero);
        var signedByte = Mux(function[2], bits[7, 0].Extend(32), bits[7, 0].AsSInt().Extend(32).AsUInt());
        var signedHalf = Mux(function[2], bits[15, 0].Extend(32), bits[15, 0].AsSInt().Extend(32).AsUInt());
        return Mux(function[1], word, Mux(function[0], signedHalf, signedByte));
    }

    /// <summary>A byte or half stands at every place of the word where it may be stored.</summary>
    private static UInt ToWord(UInt value, UInt size) => Mux(size[1], value, Mux(size[0], value[15, 0].Repeat(2), value[7, 0].Repeat(4)));

    private static UInt MaskOf(UInt offset, UInt size) => Mux(size[1], 15, Mux(size[0], Lit(3, 4), Lit(1, 4)) << offset);
}
