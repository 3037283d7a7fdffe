using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Shocks.Scenarios;

/// <summary>The canonical content of a scenario: what makes two files the same scenario for provenance.</summary>
internal static class ScenarioHash
{
    public static string Of(Scenario scenario) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content(scenario))));

    private static string Content(Scenario scenario)
    {
        var text = new StringBuilder("rootscope scenario 1\n");
        Line(text, "table", scenario.Table);
        Line(text, "horizon", scenario.HorizonMonths is { } months ? Number(months) : "none");
        Line(text, "draws", scenario.Draws.ToString(CultureInfo.InvariantCulture));
        if (scenario.Factors != FactorMobility.Mobile)
        {
            Line(text, "factors", scenario.Factors.ToString());
        }

        if (scenario.ExportsElasticity != EquilibriumOptions.UsualExportsElasticity)
        {
            Line(text, "exports", Number(scenario.ExportsElasticity));
        }

        if (scenario.Replacement is { } replacement)
        {
            Line(text, "replacement", replacement.Months is { } within ? Number(within) : "by product");
        }

        foreach (Elasticity e in scenario.Elasticities.Elasticities.OrderBy(e => e.Nest).ThenBy(e => e.Code, StringComparer.Ordinal))
        {
            Line(text, $"elasticity {e.Nest} {e.Code}", Number(e.Value));
        }

        if (scenario.Essentiality is { } essentiality)
        {
            Line(text, "essentiality", essentiality.ContentHash);
        }

        foreach (IShock shock in scenario.Shocks)
        {
            Line(text, "shock", shock.Kind);
            Line(text, "start", Number(shock.Timing.StartMonth));
            Line(text, "ramp", Number(shock.Timing.RampMonths));
            if (shock.Timing.DurationMonths is { } duration)
            {
                Line(text, "duration", Number(duration));
                Line(text, "recovery", $"{Number(shock.Timing.RecoveryMonths)} {shock.Timing.Recovery}");
            }

            foreach (KeyValuePair<string, string> value in shock.Values)
            {
                Line(text, value.Key, value.Value);
            }
        }

        return text.ToString();
    }

    /// <summary>A value behind its length, so that no value can be mistaken for the next line.</summary>
    private static void Line(StringBuilder text, string key, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{key}|{value.Length}|{value}\n");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
