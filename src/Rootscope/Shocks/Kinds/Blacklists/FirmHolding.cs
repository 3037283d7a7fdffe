using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds.Blacklists;

/// <summary>What a listed firm is of one product of one region.</summary>
/// <param name="Firm">Its name as the scenario writes it.</param>
/// <param name="Product">What it makes.</param>
/// <param name="Region">Code of the region in which it makes it.</param>
/// <param name="Share">Its share of what the region makes of it, in (0, 1]. Unit: share.</param>
/// <param name="Source">Where the share is from, with its year.</param>
public sealed record FirmHolding(string Firm, ScenarioProduct Product, string Region, double Share, string Source);
