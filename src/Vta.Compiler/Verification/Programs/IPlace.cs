namespace Vta.Compiler.Verification.Programs;

/// <summary>Where in a memory an instruction reads or writes.</summary>
internal interface IPlace<TSelf>
{
    /// <summary>The first element or address that two places have in common; null where they have none.</summary>
    long? FirstCommon(TSelf other);
}
