using Google.OrTools.LinearSolver;
using Rootscope.Planning;

namespace Rootscope.Solvers;

/// <summary>OR-Tools: SCIP where variables have to be whole, GLOP where none has.</summary>
/// <remarks>
/// One thread: the same program takes the same way on every run that is not stopped by time. SCIP's last digits depend on where in memory
/// its data lie; GLOP's do not. Each solve has a solver of its own: safe for use by many threads.
/// Source: Perron and Furnon, OR-Tools 9.15, Apache-2.0; Bestuzheva et al., SCIP 10, Apache-2.0.
/// </remarks>
public sealed class OrToolsSolver : IProgramSolver
{
    /// <inheritdoc/>
    public string Name
    {
        get
        {
            using Solver solver = Make(isMixed: true);
            return $"OR-Tools {typeof(Solver).Assembly.GetName().Version?.ToString(2)} ({solver.SolverVersion()})";
        }
    }

    /// <inheritdoc/>
    public ProgramSolution Solve(MixedProgram program, ProgramOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        cancellation.ThrowIfCancellationRequested();
        bool isMixed = program.Variables.Any(v => v.IsWhole);
        using Solver solver = Make(isMixed);
        (Variable[] variables, Constraint[] constraints) = Write(program, solver);
        if (options.Start is { } start && isMixed)
        {
            // What follows from whole variables and money is for the solver to complete: only they are told.
            int[] told = [.. Enumerable.Range(0, variables.Length).Where(i => program.Variables[i].IsWhole)];
            solver.SetHint([.. told.Select(i => variables[i])], [.. told.Select(i => start[i])]);
        }

        solver.SetTimeLimit((long)Math.Clamp(options.Seconds * 1000, 1, long.MaxValue / 2.0));
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, options.Gap);
        ProgramStatus status = StatusOf(solver.Solve(parameters), solver, program);
        if (status is not (ProgramStatus.Optimal or ProgramStatus.Feasible))
        {
            return new ProgramSolution(status, [], null, null);
        }

        double objective = solver.Objective().Value();
        double bound = isMixed ? Math.Min(objective, solver.Objective().BestBound()) : objective;
        return new ProgramSolution(
            status,
            [.. variables.Select((v, i) => program.Variables[i].IsWhole ? Math.Round(v.SolutionValue()) : v.SolutionValue())],
            objective,
            double.IsFinite(bound) && Math.Abs(bound) < 1e19 ? bound : null
        )
        {
            Prices = isMixed ? [] : [.. constraints.Select(c => c.DualValue())],
        };
    }

    private static Solver Make(bool isMixed) =>
        Solver.CreateSolver(isMixed ? "SCIP" : "GLOP")
        ?? throw new ModelException("OR-Tools has no solver here: its native library for this system is missing. Reinstall Rootscope.");

    private static (Variable[] Variables, Constraint[] Constraints) Write(MixedProgram program, Solver solver)
    {
        Variable[] variables = [.. program.Variables.Select(v => solver.MakeVar(v.Low, v.High, v.IsWhole, string.Empty))];
        Constraint[] constraints =
        [
            .. program.Constraints.Select(c =>
            {
                Constraint row = solver.MakeConstraint(c.Low, c.High, string.Empty);
                foreach ((int variable, double coefficient) in c.Terms)
                {
                    row.SetCoefficient(variables[variable], coefficient);
                }

                return row;
            }),
        ];
        Objective objective = solver.Objective();
        for (int i = 0; i < variables.Length; i++)
        {
            if (program.Variables[i].Cost != 0)
            {
                objective.SetCoefficient(variables[i], program.Variables[i].Cost);
            }
        }

        objective.SetMinimization();
        return (variables, constraints);
    }

    /// <summary>
    /// Solvers answer "infeasible or unbounded" by either word: without its objective a program that has values is unbounded.
    /// </summary>
    private static ProgramStatus StatusOf(Solver.ResultStatus status, Solver solver, MixedProgram program)
    {
        switch (status)
        {
            case Solver.ResultStatus.OPTIMAL:
                return ProgramStatus.Optimal;
            case Solver.ResultStatus.FEASIBLE:
                return ProgramStatus.Feasible;
            case Solver.ResultStatus.NOT_SOLVED:
                return ProgramStatus.NotSolved;
            default:
                solver.Objective().Clear();
                solver.Objective().SetMinimization();
                return solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? ProgramStatus.Unbounded
                    : program.Variables.Any(v => v.Low > v.High) ? ProgramStatus.Infeasible
                    : status is Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE ? ProgramStatus.Infeasible
                    : ProgramStatus.NotSolved;
        }
    }
}
