namespace Vta.Runtime.Registers;

/// <summary>A way to the host registers of an accelerator.</summary>
internal interface IRegisterBus
{
    /// <summary>Reads the word at a byte offset.</summary>
    uint Read(int offset);

    /// <summary>Writes the word at a byte offset.</summary>
    void Write(int offset, uint value);
}
