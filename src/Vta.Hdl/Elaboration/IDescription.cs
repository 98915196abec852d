namespace Vta.Hdl.Elaboration;

/// <summary>A class that describes hardware: messages point to its lines, also where it is one of this library.</summary>
internal interface IDescription;
