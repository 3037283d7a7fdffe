namespace Rootscope.Hosts.Tests;

/// <summary>Small balanced tables in the layouts of the readers, to be spoilt by the tests.</summary>
internal static class SmallTables
{
    public const string Nbs = """
        "Code","Description","DescriptionInChinese","01","02","TIU","FU101","FU102","THC","FU103","TC","FU201","FU202","GCF","EX","TFU","IM","GO"
        "01","Farming","农业",10,20,30,5,15,20,5,25,10,0,10,45,80,10,100
        "02","Making","制造",30,40,70,10,20,30,10,40,30,-5,25,15,80,50,100
        "TII","Total intermediate input","中间投入合计",40,60,,,,,,,,,,,,,
        "VA001","Compensation of employees","劳动者报酬",20,20,,,,,,,,,,,,,
        "VA002","Net taxes on production","生产税净额",5,5,,,,,,,,,,,,,
        "VA003","Depreciation of fixed assets","固定资产折旧",5,5,,,,,,,,,,,,,
        "VA004","Operating surplus","营业盈余",30,10,,,,,,,,,,,,,
        "TVA","Total value-added","增加值合计",60,40,,,,,,,,,,,,,
        "TI","Total inputs","总投入",100,100,,,,,,,,,,,,,

        """;

    /// <summary>Balanced, but each sector needs 1.05 of inputs for 1 of output.</summary>
    public const string NotProductive = """
        "Code","Description","DescriptionInChinese","01","02","TIU","FU101","FU102","THC","FU103","TC","FU201","FU202","GCF","EX","TFU","IM","GO"
        "01","Farming","农业",10,95,105,0,0,0,0,0,0,-5,-5,0,-5,0,100
        "02","Making","制造",95,10,105,0,0,0,0,0,0,-5,-5,0,-5,0,100
        "TII","Total intermediate input","中间投入合计",105,105,,,,,,,,,,,,,
        "VA001","Compensation of employees","劳动者报酬",5,5,,,,,,,,,,,,,
        "VA002","Net taxes on production","生产税净额",0,0,,,,,,,,,,,,,
        "VA003","Depreciation of fixed assets","固定资产折旧",0,0,,,,,,,,,,,,,
        "VA004","Operating surplus","营业盈余",-10,-10,,,,,,,,,,,,,

        """;

    /// <summary>Two regions with two industries; the printed output of B_c2 is 1 more than its row.</summary>
    public const string Wiod = """
        row,USA_c1,USA_c2,RoW_c1,RoW_c2,USA_F1,USA_F2,USA_F3,USA_F4,USA_F5,RoW_F1,RoW_F2,RoW_F3,RoW_F4,RoW_F5,OUTPUT
        USA_c1,1000,2000,300,0,4000,0,500,0,-100,300,0,0,0,0,8000
        USA_c2,1500,2500,0,500,3000,100,900,1400,100,0,0,0,0,0,10000
        RoW_c1,200,0,900,1900,0,0,0,0,0,1900,0,0,100,0,5000
        RoW_c2,0,0,0,0,0,0,0,0,0,0,0,0,0,-1,0

        """;

    /// <summary>
    /// Use, Make and Import of two industries and two commodities, with scrap, noncomparable imports, a margin and negative value added.
    /// </summary>
    public const string BeaUse = """
        "","A","B","T001","F01000","F02E00","F03000","F04000","F05000","F06C00","NA"
        "A",10,40,50,60,0,0,10,-20,0,100
        "B",30,20,50,30,10,-2,10,5,2,105
        "S00401",0,4,4,1,0,0,0,0,0,5
        "S00300",5,5,10,20,0,0,0,-30,0,0
        "T005",45,69,114,0,0,0,0,0,0,0
        "V00100",60,30,90,0,0,0,0,0,0,0
        "V00200",10,-5,5,0,0,0,0,0,0,0
        "V00300",-5,6,1,0,0,0,0,0,0,0
        "T008",110,100,210,0,0,0,0,0,0,0

        """;

    public const string BeaMake = """
        "","A","B","S00401","S00300","T008"
        "A",95,10,5,0,110
        "B",5,95,0,0,100
        "T007",100,105,5,0,210

        """;

    public const string BeaImport = """
        "","A","B","T001","F01000","F02E00","F03000","F04000","F05000","F06C00","T004"
        "A",2,8,10,10,0,0,0,-20,0,-10
        "B",0,0,0,0,0,0,0,0,0,0
        "S00401",0,0,0,0,0,0,0,0,0,0
        "S00300",5,5,10,20,0,0,0,-30,0,-20

        """;
}
