namespace Rootscope.Planning;

/// <summary>How a solve ended.</summary>
public enum ProgramStatus
{
    /// <summary>The best there is, within the gap that was allowed.</summary>
    Optimal,

    /// <summary>Sound, and stopped before it was known to be the best.</summary>
    Feasible,

    /// <summary>No values keep all constraints.</summary>
    Infeasible,

    /// <summary>The objective has no end.</summary>
    Unbounded,

    /// <summary>Stopped without any values that keep all constraints.</summary>
    NotSolved,
}

/// <summary>A variable of a program.</summary>
/// <param name="Name">Its name, told where constraints conflict.</param>
/// <param name="Low">Lower bound. Unit: the model's.</param>
/// <param name="High">Upper bound, infinity for none. Unit: the model's.</param>
/// <param name="IsWhole">Whether it takes whole values alone.</param>
/// <param name="Cost">Its coefficient in the objective, which is minimised. Unit: the model's.</param>
public readonly record struct ProgramVariable(string Name, double Low, double High, bool IsWhole, double Cost);

/// <summary>A constraint: low ≤ Σ coefficient × variable ≤ high.</summary>
/// <param name="Name">Its name, told where constraints conflict.</param>
/// <param name="Low">Lower end, minus infinity for none. Unit: the model's.</param>
/// <param name="High">Upper end, infinity for none. Unit: the model's.</param>
/// <param name="Terms">Numbers of variables with their coefficients.</param>
public sealed record ProgramConstraint(string Name, double Low, double High, IReadOnlyList<(int Variable, double Coefficient)> Terms);

/// <summary>A linear program, some of whose variables may have to be whole; the objective is minimised.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="Constraints">The constraints.</param>
public sealed record MixedProgram(IReadOnlyList<ProgramVariable> Variables, IReadOnlyList<ProgramConstraint> Constraints)
{
    /// <summary>The linear program that is left when whole variables are held at the values of a solution.</summary>
    /// <param name="values">Values of a solution; those of other variables are not looked at. Unit: the model's.</param>
    public MixedProgram Held(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return this with
        {
            Variables =
            [
                .. Variables.Select(
                    (v, i) => v.IsWhole ? v with { Low = Math.Round(values[i]), High = Math.Round(values[i]), IsWhole = false } : v
                ),
            ],
        };
    }
}

/// <summary>How a program is solved.</summary>
public sealed record ProgramOptions
{
    /// <summary>Relative gap between the values found and the bound at which to stop. Unit: share.</summary>
    public double Gap { get; init; } = 0.01;

    /// <summary>Most time. Unit: seconds.</summary>
    public double Seconds { get; init; } = 60;

    /// <summary>Values to start from, one a variable; null for none. Unit: the model's.</summary>
    public IReadOnlyList<double>? Start { get; init; }
}

/// <summary>What a solve came to.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Values">One value a variable; empty without a solution. Unit: the model's.</param>
/// <param name="Objective">The objective at the values; null without. Unit: the model's.</param>
/// <param name="Bound">What the objective cannot be below; null where none was proved. Unit: the model's.</param>
public sealed record ProgramSolution(ProgramStatus Status, IReadOnlyList<double> Values, double? Objective, double? Bound)
{
    /// <summary>
    /// Shadow prices: what a unit more of each constraint's end would change in the objective, one a constraint; empty where a variable has
    /// to be whole, and without a solution. Unit: objective per unit of the constraint.
    /// </summary>
    public IReadOnlyList<double> Prices { get; init; } = [];
}

/// <summary>Solves linear programs with whole variables.</summary>
public interface IProgramSolver
{
    /// <summary>What solves, with its version.</summary>
    string Name { get; }

    /// <summary>
    /// Solves a program. Where no variable has to be whole, the same program gives the same bytes; with whole variables the last digits of
    /// values and bound may differ between runs.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops before the solve.</param>
    ProgramSolution Solve(MixedProgram program, ProgramOptions options, CancellationToken cancellation = default);
}
