using Vta.Isa.Instructions;

namespace Vta.Hardware.Control;

/// <summary>A dependency queue between two units: a count of tokens.</summary>
internal sealed class TokenCounter : Module
{
    public readonly Bool Push = In();
    public readonly Bool Pop = In();

    /// <summary>There is a token to pop.</summary>
    public readonly Bool Available = Out();

    /// <summary>There is room to push.</summary>
    public readonly Bool HasRoom = Out();

    /// <summary>The tokens, for observers of a simulation.</summary>
    public UInt Count { get; private set; } = null!;

    protected override void Build()
    {
        var count = Reg(UInt(Hdl.Ir.Bits.WidthFor(TokenQueue.MaxTokens)));
        Count = count;
        using (When(Push & !Pop))
            count.Set(count + 1);
        using (ElseWhen(Pop & !Push))
            count.Set(count - 1);
        Available.Set(count != 0);
        HasRoom.Set(count != TokenQueue.MaxTokens);
    }
}
