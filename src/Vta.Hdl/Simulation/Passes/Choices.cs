using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>Choices among choices.</summary>
internal static class Choices
{
    /// <summary>
    /// The choices that a value is and is made of, as far as one of their arms may come down to <paramref name="kept"/>. Arms share choices: each is looked
    /// at once.
    /// </summary>
    /// <param name="kept">A value with which nothing is to be done.</param>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">True for a choice that is taken as it is, without a look at its arms.</param>
    public static HashSet<Mux> LeadingTo(Expression kept, Expression value, Func<Mux, bool> isWhole)
    {
        var seen = new HashSet<Mux>(ReferenceEqualityComparer.Instance);
        var leading = new HashSet<Mux>(ReferenceEqualityComparer.Instance);
        Leads(value);
        return leading;

        bool Leads(Expression e)
        {
            if (e == kept)
                return true;
            if (e is not Mux choice || isWhole(choice))
                return false;
            if (seen.Add(choice) && (Leads(choice.WhenTrue) | Leads(choice.WhenFalse)))
                leading.Add(choice);
            return leading.Contains(choice);
        }
    }
}
