namespace Vta.Hdl.Library.Axi;

/// <summary>The slave's side of AXI4-Lite, described in the module that is being built: one write and one read at a time, each answered in the next cycle.</summary>
internal static class AxiLiteAccess
{
    /// <summary>Takes address and data of a write together.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="responseAt">The <see cref="AxiResponse"/> at a byte address.</param>
    /// <returns>High in the cycle in which they are there.</returns>
    public static Bool Write(AxiLitePorts bus, Func<UInt, UInt> responseAt)
    {
        var answers = Module.Reg(reset: false);
        var response = Module.Reg(EnumOf<AxiResponse>());
        var writes = Module.Let(bus.WriteAddress.Valid & bus.WriteData.Valid & !answers);
        bus.WriteAddress.Ready.Set(writes);
        bus.WriteData.Ready.Set(writes);
        bus.WriteResponse.Valid.Set(answers);
        bus.WriteResponse.Payload.Response.Set(response);
        using (Module.When(writes))
        {
            answers.Set(true);
            response.Set(responseAt(bus.WriteAddress.Payload.Address));
        }
        using (Module.ElseWhen(bus.WriteResponse.Ready))
            answers.Set(false);
        return writes;
    }

    /// <summary>Answers reads with a word.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="word">The word, given the bit that is high in the cycle in which it is taken.</param>
    /// <param name="responseAt">The <see cref="AxiResponse"/> at a byte address.</param>
    public static void Read(AxiLitePorts bus, Func<Bool, UInt> word, Func<UInt, UInt> responseAt)
    {
        var answers = Module.Reg(reset: false);
        var answer = Module.RegNoReset(bus.ReadData.Payload.TypeOf());
        bus.ReadAddress.Ready.Set(!answers);
        bus.ReadData.Valid.Set(answers);
        bus.ReadData.Payload.Set(answer);
        var data = word(bus.ReadAddress.Fire);
        using (Module.When(bus.ReadAddress.Fire))
        {
            answers.Set(true);
            answer.Response.Set(responseAt(bus.ReadAddress.Payload.Address));
            answer.Data.Set(data);
        }
        using (Module.ElseWhen(bus.ReadData.Ready))
            answers.Set(false);
    }
}
