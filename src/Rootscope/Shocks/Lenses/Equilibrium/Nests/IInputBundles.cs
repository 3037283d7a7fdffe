namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>The bundles of inputs that industries buy: their prices, and what goes into them. One instance a thread.</summary>
internal interface IInputBundles
{
    /// <summary>Sets the log price of each industry's bundle.</summary>
    /// <param name="composite">Log prices of products to home users.</param>
    /// <param name="ownImports">Log price of imported own use that was netted out.</param>
    /// <param name="prices">Receives the prices; holds those of the last call before.</param>
    void SetPrices(ReadOnlySpan<double> composite, double ownImports, Span<double> prices);

    /// <summary>Prepares quantities at the prices of the last call, for any number of calls of <see cref="AddUse"/>.</summary>
    /// <param name="composite">Log prices of products to home users.</param>
    /// <param name="prices">Log prices of bundles.</param>
    void Prepare(ReadOnlySpan<double> composite, ReadOnlySpan<double> prices);

    /// <summary>Adds what bundles use of each product, at the prices that were prepared.</summary>
    /// <param name="bundles">How many bundles each industry takes, in base prices.</param>
    /// <param name="use">Use by product, which is added to.</param>
    void AddUse(ReadOnlySpan<double> bundles, Span<double> use);

    /// <summary>Imported own use per unit of an industry's bundle, in base prices.</summary>
    double OwnImports(int industry, double bundlePrice, double ownImports);
}
