namespace Vta.Compiler;

/// <summary>
/// A statement of the loop IR: the form that a program has once it is lowered to the intrinsics of VTA, loops still rolled.
/// The whole grammar: <see cref="Sequence"/>, <see cref="For"/>, <see cref="DepPush"/>, <see cref="DepPop"/>,
/// <see cref="LoadBuffer2D"/>, <see cref="StoreBuffer2D"/>, <see cref="KernelScope"/> and, inside of it, <see cref="UopLoop"/> and
/// <see cref="UopPush"/>.
/// </summary>
public abstract record Stmt;
