namespace Vta.Hdl.Library.Registers;

/// <summary>What people call the kinds of access.</summary>
internal static class AccessWords
{
    public static string Of(FieldAccess access) => access switch
    {
        FieldAccess.ReadOnly => "read-only",
        FieldAccess.Constant => "constant",
        FieldAccess.ReadWrite => "read-write",
        FieldAccess.WriteOneToClear => "write one to clear",
        _ => "pulse",
    };
}
