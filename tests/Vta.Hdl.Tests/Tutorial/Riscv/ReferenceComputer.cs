using System.Buffers.Binary;

namespace Vta.Hdl.Tests.Tutorial.Riscv;

/// <summary>
/// What RV32I instructions do, as the manual says, with a memory that repeats and a display behind the addresses with the highest bit set.
/// </summary>
internal sealed class ReferenceComputer
{
    private readonly byte[] _memory;
    private uint _pc;

    public ReferenceComputer(IReadOnlyList<uint> program, int words)
    {
        _memory = new byte[4 * words];
        for (var i = 0; i < program.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(_memory.AsSpan(4 * i), program[i]);
    }

    public uint[] Registers { get; } = new uint[32];

    public uint Display { get; private set; }

    public bool IsHalted { get; private set; }

    public uint WordAt(int index) => BinaryPrimitives.ReadUInt32LittleEndian(_memory.AsSpan(4 * index));

    public void Step()
    {
        var word = BinaryPrimitives.ReadUInt32LittleEndian(_memory.AsSpan((int)(_pc % _memory.Length)));
        var rd = (word >> 7) & 31;
        var funct3 = (word >> 12) & 7;
        var a = Registers[(word >> 15) & 31];
        var b = Registers[(word >> 20) & 31];
        var immediate = (int)word >> 20;
        var next = _pc + 4;
        uint? result = null;
        switch (word & 0x7F)
        {
            case 0x37:
                result = word & 0xFFFF_F000;
                break;
            case 0x17:
                result = _pc + (word & 0xFFFF_F000);
                break;
            case 0x6F:
                result = next;
                var jump = (word & 0xFF000) | ((word >> 20 & 1) << 11) | ((word >> 21 & 0x3FF) << 1);
                next = _pc + ((int)word < 0 ? jump | 0xFFF0_0000 : jump);
                break;
            case 0x67:
                result = next;
                next = (a + (uint)immediate) & ~1u;
                break;
            case 0x63:
                var branch = ((word >> 7 & 1) << 11) | ((word >> 25 & 0x3F) << 5) | ((word >> 8 & 0xF) << 1);
                var isTaken = funct3 switch
                {
                    0 => a == b,
                    1 => a != b,
                    4 => (int)a < (int)b,
                    5 => (int)a >= (int)b,
                    6 => a < b,
                    _ => a >= b,
                };
                if (isTaken)
                    next = _pc + ((int)word < 0 ? branch | 0xFFFF_F000 : branch);
                break;
            case 0x03:
                result = Load(a + (uint)immediate, funct3);
                break;
            case 0x23:
                Store(a + (uint)(((int)word >> 25 << 5) | (int)rd), b, 1 << (int)funct3);
                break;
            case 0x13:
                result = Compute(funct3, a, (uint)immediate, funct3 == 5 && (word >> 30 & 1) == 1);
                break;
            case 0x33:
                result = Compute(funct3, a, b, (word >> 30 & 1) == 1);
                break;
            case 0x0F:
                break;
            default:
                IsHalted = true;
                return;
        }
        if (result is { } value && rd != 0)
            Registers[rd] = value;
        _pc = next;
    }

    private static uint Compute(uint funct3, uint a, uint b, bool isAlternate) => funct3 switch
    {
        0 => isAlternate ? a - b : a + b,
        1 => a << (int)(b & 31),
        2 => (int)a < (int)b ? 1u : 0,
        3 => a < b ? 1u : 0,
        4 => a ^ b,
        5 => isAlternate ? (uint)((int)a >> (int)(b & 31)) : a >> (int)(b & 31),
        6 => a | b,
        _ => a & b,
    };

    private uint Load(uint address, uint funct3)
    {
        var bytes = _memory.AsSpan((int)(address % _memory.Length));
        return funct3 switch
        {
            0 => (uint)(sbyte)bytes[0],
            1 => (uint)BinaryPrimitives.ReadInt16LittleEndian(bytes),
            2 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            4 => bytes[0],
            _ => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        };
    }

    private void Store(uint address, uint value, int bytes)
    {
        if (address >= 0x8000_0000)
        {
            Display = value;
            return;
        }
        for (var i = 0; i < bytes; i++)
            _memory[(address + i) % _memory.Length] = (byte)(value >> (8 * i));
    }
}
