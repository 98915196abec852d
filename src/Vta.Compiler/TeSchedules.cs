using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler;

/// <summary>Schedules of tensor expressions, by the name that TVM's <c>te</c> has.</summary>
public static class TeSchedules
{
    extension(Te)
    {
        /// <summary>A schedule that computes one tensor after the other, for you to improve.</summary>
        public static Schedule CreateSchedule(SymbolicTensor output, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
            CreateSchedule([output], file, line);

        /// <summary>A schedule that computes several tensors, and what they have in common once.</summary>
        public static Schedule CreateSchedule(
            IReadOnlyList<SymbolicTensor> outputs, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
            new SourceLine(file, line).Locate(() => new Schedule(outputs));
    }
}
