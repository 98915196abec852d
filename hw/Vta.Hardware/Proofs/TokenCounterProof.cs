using Vta.Hardware.Control;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Proofs;

/// <summary>
/// A dependency queue counts right, as long as tokens are pushed only where there is room and popped only where there are some: it never wraps.
/// </summary>
internal sealed class TokenCounterProof : Module
{
    public readonly Bool Push = In();
    public readonly Bool Pop = In();

    protected override void Build()
    {
        var counter = Instance(new TokenCounter());
        counter.Push.Set(Push);
        counter.Pop.Set(Pop);
        Assume(!Push | counter.HasRoom, "tokens are pushed where there is room");
        Assume(!Pop | counter.Available, "tokens are popped where there are some");

        // The difference between all pushes and all pops, in more bits than it can take.
        var tokens = Reg(UInt(Hdl.Ir.Bits.WidthFor(TokenQueue.MaxTokens) + 2));
        tokens.Set(tokens + Push.AsUInt() - Pop.AsUInt());
        Assert(tokens <= TokenQueue.MaxTokens, "there are never more tokens than there is room for, nor less than none");
        Assert(counter.Available == (tokens != 0), "there is a token to pop exactly while more were pushed than popped");
        Assert(counter.HasRoom == (tokens != TokenQueue.MaxTokens), "there is room exactly while not all places are taken");
        Cover(Push & Pop, "a token comes while another goes");
    }
}
