namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>Small balanced tables in published layouts, to be read and to be spoilt.</summary>
internal static class LayoutTexts
{
    /// <summary>
    /// National table of the OECD, edition of 2018: domestic and imported rows, taxes, value added, output; the header cell above the
    /// labels is empty.
    /// </summary>
    public const string Iot = """
        "","D01T03","D26","D97T98","HFCE","NPISH","GGFC","GFCF","INVNT","CONS_ABR","CONS_NONRES","EXPO","IMPO","TOTAL"
        "DOM_01T03",4.1,5,0,12.6,0,15.9,1.9,-0.6,0,1.8,16.2,0,56.9
        "DOM_26",8.3,4.2,0,13.9,0,0.8,19.6,-1.9,0,13.1,12.3,0,70.3
        "DOM_97T98",0,0,0,3.1,0,0.3,10.6,-0.1,0,3.8,4.8,0,22.5
        "IMP_01T03",1.5,1.8,0,0.2,0,2.3,2.2,4.2,2.6,0,0,14.8,0
        "IMP_26",0.6,1.5,0,3.2,0,2.5,3.3,2.3,1.4,0,0,14.8,0
        "IMP_97T98",0,0,0,0,0,0,0,0,0,0,0,0,0
        "TXS_IMP_FNL",0.1,0.2,0,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0,0
        "TXS_INT_FNL",0.4,0.3,0,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0,0
        "TTL_INT_FNL",15,13,0,0,0,0,0,0,0,0,0,0,0
        "VALU",41.9,57.3,22.5,0,0,0,0,0,0,0,0,0,0
        "OUTPUT",56.9,70.3,22.5,0,0,0,0,0,0,0,0,0,0

        """;

    /// <summary>
    /// World table of the WIOD of 2016 as its Stata or R file exports it: five label columns, sectors, final uses by number, TOT; eight
    /// rows below.
    /// </summary>
    public const string Wiot2016 = """
        IndustryCode,IndustryDescription,Country,RNr,Year,vAUS1,vAUS2,vROW1,vROW2,vAUS3,vAUS4,vAUS5,vAUS6,vAUS7,vROW3,vROW4,vROW5,vROW6,vROW7,TOT
        A01,"Crop and animal production, hunting",AUS,1,2014,2.59,6.85,1.37,1.7,0.43,8.28,4.4,26.14,-2.43,2.42,2.48,2.23,2.85,-0.24,59.07
        C26,"Manufacture of computer, electronic and optical products",AUS,2,2014,1.86,2.31,0.29,0.45,7.7,25.5,14.6,22.65,-1.69,1.29,1.09,1.29,0.94,-0.04,78.24
        A01,"Crop and animal production, hunting",ROW,1,2014,1.47,0.26,5.31,2.14,2.46,2.39,2.96,2.07,-0.17,22.45,4.05,20.3,13.3,-0.53,78.46
        C26,"Manufacture of computer, electronic and optical products",ROW,2,2014,0.59,0.86,8.38,6.08,0.61,1.57,0.76,1.38,-0.18,11.87,3.92,14.73,7.06,-0.71,56.92
        II_fob,Total intermediate consumption,TOT,65,2014,6.51,10.28,15.35,10.37,0,0,0,0,0,0,0,0,0,0,42.51
        TXSP,taxes less subsidies on products,TOT,66,2014,0.19,0.37,0.07,0.65,0,0,0,0,0,0,0,0,0,0,1.28
        EXP_adj,Cif/ fob adjustments on exports,TOT,67,2014,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        PURR,Direct purchases abroad by residents,TOT,68,2014,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        PURNR,Purchases on the domestic territory by non-residents ,TOT,69,2014,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        VA,Value added at basic prices,TOT,70,2014,52.27,67.49,62.94,45.8,0,0,0,0,0,0,0,0,0,0,228.5
        IntTTM,International Transport Margins,TOT,71,2014,0.1,0.1,0.1,0.1,0,0,0,0,0,0,0,0,0,0,0.4
        GO,Output at basic prices,TOT,73,2014,59.07,78.24,78.46,56.92,0,0,0,0,0,0,0,0,0,0,272.69

        """;

    /// <summary>National tables of the WIOD of 2016 in long form: flows.</summary>
    public const string NationalFlows = """
        country,supplier_industry,user_industry,domestic_musd,imported_musd
        AUS,A01,A01,10,1
        AUS,A01,C26,5,0.5
        AUS,C26,A01,2,4
        AUS,C26,C26,3,6
        CHN,A01,A01,100,1

        """;

    /// <summary>The same: accounts.</summary>
    public const string NationalAccounts = """
        country,industry,gross_output_musd,intermediate_inputs_musd,value_added_musd,employment_thousands
        AUS,A01,70,17.5,52,3
        AUS,C26,20,15,5,1
        CHN,A01,300,101,199,70

        """;

    /// <summary>EXIOBASE 3, Z.txt: two header lines, a line with the names of the labels, two label columns, tabs.</summary>
    public const string ExiobaseZ = """
        region		AT	AT	WM	WM
        sector		Cultivation of wheat	Manufacture of radio, television and communication equipment and apparatus (32)	Cultivation of wheat	Manufacture of radio, television and communication equipment and apparatus (32)
        region	sector				
        AT	Cultivation of wheat	5.22	8.07	1.92	0.58
        AT	Manufacture of radio, television and communication equipment and apparatus (32)	7.66	7.04	1.32	0.22
        WM	Cultivation of wheat	0.05	0.77	7.46	2.52
        WM	Manufacture of radio, television and communication equipment and apparatus (32)	1	0.63	8.46	9.45

        """;

    /// <summary>The same, A.txt.</summary>
    public const string ExiobaseA = """
        region		AT	AT	WM	WM
        sector		Cultivation of wheat	Manufacture of radio, television and communication equipment and apparatus (32)	Cultivation of wheat	Manufacture of radio, television and communication equipment and apparatus (32)
        region	sector				
        AT	Cultivation of wheat	0.044806866952789695	0.054841997961264016	0.01891998423334647	0.005962784003289812
        AT	Manufacture of radio, television and communication equipment and apparatus (32)	0.06575107296137339	0.04784233775059463	0.0130074891604257	0.0022617456564202735
        WM	Cultivation of wheat	0.0004291845493562232	0.005232755691471288	0.07351202207331493	0.02590726842808677
        WM	Manufacture of radio, television and communication equipment and apparatus (32)	0.008583690987124463	0.004281345565749235	0.0833661805281829	0.09715225660532538

        """;

    /// <summary>The same, Y.txt.</summary>
    public const string ExiobaseY = """
        region		AT	AT	AT	AT	AT	AT	AT	WM	WM	WM	WM	WM	WM	WM
        category		Final consumption expenditure by households	Final consumption expenditure by non-profit organisations serving households (NPISH)	Final consumption expenditure by government	Gross fixed capital formation	Changes in inventories	Changes in valuables	Exports: Total (fob)	Final consumption expenditure by households	Final consumption expenditure by non-profit organisations serving households (NPISH)	Final consumption expenditure by government	Gross fixed capital formation	Changes in inventories	Changes in valuables	Exports: Total (fob)
        region	sector														
        AT	Cultivation of wheat	12.05	29.95	1.87	24.38	-2.63	4.53	21.17	1.68	2.87	0.63	1.62	-0.26	1.92	0.93
        AT	Manufacture of radio, television and communication equipment and apparatus (32)	2.46	28.19	14.22	29.89	-0.42	24.37	24.4	2.76	0.05	1.12	0.16	-0.23	1.06	2.88
        WM	Cultivation of wheat	1.12	2.32	2.6	0.72	-0.17	2.87	1.58	10.79	8.02	23.59	5.78	-1.81	16.67	16.6
        WM	Manufacture of radio, television and communication equipment and apparatus (32)	0.39	1.98	2.75	0.96	-0.1	2.73	1.74	8.18	0.29	22.6	10.44	-1.4	8.18	18.99

        """;

    /// <summary>The same, x.txt.</summary>
    public const string ExiobaseX = """
        region	sector	indout
        AT	Cultivation of wheat	116.5
        AT	Manufacture of radio, television and communication equipment and apparatus (32)	147.15
        WM	Cultivation of wheat	101.48
        WM	Manufacture of radio, television and communication equipment and apparatus (32)	97.27

        """;

    /// <summary>The same, satellite/F.txt: factor inputs first, then satellites.</summary>
    public const string ExiobaseF = """
        region	AT	AT	WM	WM
        sector	Cultivation of wheat	Manufacture of radio, television and communication equipment and apparatus (32)	Cultivation of wheat	Manufacture of radio, television and communication equipment and apparatus (32)
        stressor				
        Taxes less subsidies on products purchased: Total	0.73	0.31	0.08	0.99
        Compensation of employees; wages, salaries, & employers' social contributions: Low-skilled	50.92	65.17	41.12	41.76
        Operating surplus: Remaining net operating surplus	50.92	65.16	41.12	41.75
        Employment people: Low-skilled male	1	2	3	4

        """;
}
