namespace Rootscope.Web.Api;

/// <summary>Everything that programs can read, in the order of the reference page.</summary>
internal static class ApiResources
{
    public static IReadOnlyList<Resource> All { get; } =
    [
        TableResources.List,
        TableResources.Regions,
        TableResources.Sectors,
        StakeResource.AtStake,
        StakeResource.OfOne,
        RootResources.Roots,
        RootResources.Industry,
        TableResources.Partners,
        AccountsResource.Accounts,
        CatalogueResources.Technologies,
        CatalogueResources.Technology,
        CatalogueResources.Links,
        CatalogueResources.Codes,
        CatalogueResources.Evidence,
        WeakSpotResource.WeakSpots,
        InvestmentResources.Upgrade,
        InvestmentResources.Plan,
        CatalogueResources.Search,
        RunResource.Losses,
    ];
}
